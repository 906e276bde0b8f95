import { parseTaskId } from '@lianban/engine';
import { isUuid, type Database } from '@lianban/platform';

/** Codes of cases by the ids of their lines in inboxes, which are ids of tasks or of cases. */
export async function codesOfLines(database: Database, ids: readonly string[]): Promise<ReadonlyMap<string, string>> {
  const asked = ids.map((id) => (isUuid(id) ? { instanceId: id, key: null } : parseTaskId(id)));
  const rows = await database.query<{ readonly id: string; readonly code: string }>({
    name: 'casework-codes-of-lines',
    text: `SELECT asked.id, file.code FROM unnest($1::text[], $2::uuid[], $3::integer[]) AS asked(id, instance_id, key)
             LEFT JOIN casework.step ON step.instance_id = asked.instance_id AND step.key = asked.key
             JOIN casework.case_file file
               ON file.id = CASE WHEN asked.key IS NULL THEN asked.instance_id ELSE step.case_id END`,
    values: [ids, asked.map(({ instanceId }) => instanceId), asked.map(({ key }) => key)],
  });
  return new Map(rows.map(({ id, code }) => [id, code]));
}
