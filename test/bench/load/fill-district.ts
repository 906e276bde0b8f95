import type { Database } from '@lianban/platform';

/** Open cases with their tasks over many stations, among them one of the demo district, in which a clerk looks at them. */
export async function fillDistrict(
  database: Database,
  unit: string,
  { tasks, stations }: { readonly tasks: number; readonly stations: number },
): Promise<void> {
  const run = (text: string, values: unknown[]) =>
    database.transaction(async (tx) => {
      await tx.query({ text: 'SET LOCAL statement_timeout = 0' });
      await tx.query({ text, values });
    });
  await run(
    `INSERT INTO casework.case_file (id, code, query_code, title, text, channel_code, first_unit_id, first_unit_name, owner_unit_id,
        owner_unit_name, urgency, anonymous, instance_id, received_at, search_terms)
      SELECT id, 'HD-' || n, '123456', '路灯不亮 ' || n, '向阳路 12 号门口路灯坏了三天。',
        (SELECT code FROM casework.channel LIMIT 1), $1, $1, $1, $1, 'normal', true, id, now() - n * interval '1 second', '{}'
      FROM (SELECT n, md5('case' || n)::uuid AS id FROM generate_series(1, $2::int) n) s`,
    [unit, tasks],
  );
  await run(
    `INSERT INTO casework.step (instance_id, key, case_id, element_id, name, definition_key, definition_version, unit_id,
        unit_name, pools, outcomes, properties, received_at, due_at, term_key)
      SELECT id, 3, id, 'station', '工作站办理', 'case-routing', 1, unit, unit, ARRAY['unit:' || unit], '[]', '{}',
        now() - n * interval '1 second', now() + (n % 100000) * interval '1 minute', 3
      FROM (SELECT n, md5('case' || n)::uuid AS id,
          CASE WHEN n % $3::int = 0 THEN $1 ELSE 'station-' || n % $3::int END AS unit
        FROM generate_series(1, $2::int) n) s`,
    [unit, tasks, stations],
  );
  await database.query({ text: 'VACUUM ANALYZE casework.step' });
  await database.query({ text: 'VACUUM ANALYZE casework.case_file' });
}
