import { idsOfPath, type Unit } from '@lianban/organisation';
import type { Database } from '@lianban/platform';
import type { StepId } from '../tasks/step.js';

/** Condition: the case `file` complains of a unit, of one above it, or of one that has gone into one of those. */
export function concernsSql(unit: string): string {
  return `(file.about_unit_id IS NOT NULL AND EXISTS (SELECT FROM organisation.unit about
    JOIN organisation.unit own ON own.id = ${unit} AND own.path LIKE about.path || '%'
    WHERE about.id = organisation.standing_unit(file.about_unit_id)))`;
}

/** Condition: the unit `$2` is not asked for the same as the one of `side` already. */
export const notAsked = `NOT EXISTS (SELECT FROM casework.side_process other
  WHERE other.unit_id = $2 AND other.ended_at IS NULL AND other.kind = side.kind AND other.case_id = side.case_id
    AND (other.for_instance, other.for_key) IS NOT DISTINCT FROM (side.for_instance, side.for_key))`;

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

/** Ids of units of which open cases complain that are still with a unit, its successor, or one below that. */
export async function complainedOf(db: Database, from: string, heirId: string): Promise<string[]> {
  const rows = await db.query<{ id: string }>({
    name: 'casework-complained-of',
    text: `SELECT DISTINCT about.id FROM ${asideOf}
           WHERE heir.id = $2 AND file.state = 'open' AND (file.owner_unit_id IN ($1, below.id)
             OR EXISTS (SELECT FROM casework.side_process side WHERE side.case_id = file.id AND side.ended_at IS NULL
               AND side.unit_id IN ($1, below.id)))
           ORDER BY 1`,
    values: [from, heirId],
  });
  return rows.map(({ id }) => id);
}

/** What of the cases that complain of `about` is with the unit `from`, its successor `heirId`, or one below that. */
interface Aside {
  readonly from: string;
  readonly heirId: string;
  readonly about: string;
}

const ofAside = `${asideOf} WHERE heir.id = $5 AND about.id = $4 AND file.state = 'open'`;

/** Somebody else answers for them, and sees them, a page at a time. */
export async function moveOwnersAside(
  db: Database,
  { from, heirId, about }: Aside,
  to: Pick<Unit, 'id' | 'name' | 'path'>,
  limit: number,
): Promise<number> {
  const moved = await db.query({
    name: 'casework-move-owners-aside',
    text: `WITH moved AS (UPDATE casework.case_file SET owner_unit_id = $2, owner_unit_name = $3 WHERE id IN (
             SELECT DISTINCT file.id FROM ${ofAside} AND file.owner_unit_id IN ($1, below.id) AND file.owner_unit_id <> $2
             ORDER BY file.id LIMIT $6) AND owner_unit_id <> $2 RETURNING id, received_at, state),
           seen AS (INSERT INTO casework.involvement (unit_id, case_id, received_at, state)
             SELECT unit_id, id, received_at, state FROM moved, unnest($7::text[]) AS unit_id ON CONFLICT DO NOTHING)
           SELECT FROM moved`,
    values: [from, to.id, to.name, about, heirId, limit, idsOfPath(to.path)],
  });
  return moved.length;
}

/** Somebody else is the helper, or has the order. */
export async function moveSidesAside(
  db: Database,
  { from, heirId, about }: Aside,
  to: Pick<Unit, 'id' | 'name'>,
): Promise<number> {
  const moved = await db.query({
    name: 'casework-move-sides-aside',
    text: `UPDATE casework.side_process side SET unit_id = $2, unit_name = $3
           WHERE side.ended_at IS NULL AND side.unit_id <> $2 AND ${notAsked} AND EXISTS (
             SELECT FROM ${ofAside} AND file.id = side.case_id AND side.unit_id IN ($1, below.id))
           RETURNING side.id`,
    values: [from, to.id, to.name, about, heirId],
  });
  return moved.length;
}
