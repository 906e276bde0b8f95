import type { Database } from '@lianban/platform';
import type { StepId } from '../tasks/step.js';

/** Condition: the case `file` complains of a unit, of one above it, or of one that has gone into one of those. */
export function concernsSql(unit: string): string {
  return `(file.about_unit_id IS NOT NULL AND EXISTS (SELECT FROM organisation.unit about
    JOIN organisation.unit own ON own.id = ${unit} AND own.path LIKE about.path || '%'
    WHERE about.id = organisation.standing_unit(file.about_unit_id)))`;
}

/** Cases `file` that complain of a unit `heir` or of one above it, with the units `below` that step aside for it. */
const asideOf = `organisation.unit heir
  JOIN organisation.unit below ON below.path LIKE heir.path || '%'
  JOIN organisation.unit about ON heir.path LIKE about.path || '%'
  JOIN organisation.unit complained ON complained.id = about.id
    OR complained.valid_to IS NOT NULL AND organisation.standing_unit(complained.id) = about.id
  JOIN casework.case_file file ON file.about_unit_id = complained.id`;

/** One page of the open tasks of a unit and of those below it in cases that concern them, in the order of their ids. */
export async function tasksAbout(
  db: Database,
  heirId: string,
  after: StepId | undefined,
  limit: number,
): Promise<StepId[]> {
  return await db.query<StepId>({
    name: 'casework-tasks-about',
    text: `SELECT step.instance_id AS "instanceId", step.key FROM ${asideOf}
             JOIN casework.step ON step.state = 'open' AND step.case_id = file.id AND step.unit_id = below.id
           WHERE heir.id = $1 AND ($2::uuid IS NULL OR (step.instance_id, step.key) > ($2, $3))
           ORDER BY 1, 2 LIMIT $4`,
    values: [heirId, after?.instanceId ?? null, after?.key ?? null, limit],
  });
}

/** A unit, and those below it, know no more of cases that concern them since one of them changed. */
export async function stepAside(db: Database, heirId: string): Promise<number> {
  const gone = await db.query({
    name: 'casework-step-aside',
    text: `DELETE FROM casework.involvement seen USING ${asideOf}
           WHERE heir.id = $1 AND seen.case_id = file.id AND seen.unit_id = below.id RETURNING seen.case_id`,
    values: [heirId],
  });
  return gone.length;
}
