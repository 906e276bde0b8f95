import type { Database } from '@lianban/platform';
import type { StepId } from '../tasks/step.js';
import { concernsSql, notAsked } from './aside.sql.js';
import { openBulletin, openTalk } from './outcomes.sql.js';

/** What of casework is with a unit. */
export interface CaseworkOfUnit {
  readonly tasks: number;
  readonly sides: number;
  readonly rules: number;
  readonly bulletins: number;
  readonly cases: number;
}

const ofUnit = `step.state = 'open' AND (step.unit_id = $1 OR step.pools && ARRAY['unit:' || $1])`;

/** Counts it; cases up to 100,000. */
export async function caseworkOf(db: Database, unitId: string): Promise<CaseworkOfUnit> {
  const [counts] = await db.query<CaseworkOfUnit>({
    name: 'casework-of-unit',
    text: `SELECT (SELECT count(*)::int FROM casework.step WHERE ${ofUnit}) AS tasks,
             (SELECT count(*)::int FROM casework.side_process WHERE unit_id = $1 AND ended_at IS NULL) AS sides,
             (SELECT count(*)::int FROM casework.dispatch_rule
               WHERE (department_id = $1 OR street_id = $1) AND valid_to IS NULL) AS rules,
             (SELECT count(*)::int FROM casework.bulletin WHERE unit_id = $1 AND ${openBulletin})
               + (SELECT count(*)::int FROM casework.talk WHERE unit_id = $1 AND ${openTalk}) AS bulletins,
             (SELECT count(*)::int FROM (SELECT FROM casework.involvement WHERE unit_id = $1 LIMIT 100000) seen) AS cases`,
    values: [unitId],
  });
  return counts ?? { tasks: 0, sides: 0, rules: 0, bulletins: 0, cases: 0 };
}

/** One page of the open tasks of a unit, in the order of their ids. */
export async function tasksOfUnit(
  db: Database,
  unitId: string,
  after: StepId | undefined,
  limit: number,
): Promise<StepId[]> {
  return await db.query<StepId>({
    name: 'casework-tasks-of-unit',
    text: `SELECT instance_id AS "instanceId", key FROM casework.step
           WHERE ${ofUnit} AND ($2::uuid IS NULL OR (instance_id, key) > ($2, $3)) ORDER BY instance_id, key LIMIT $4`,
    values: [unitId, after?.instanceId ?? null, after?.key ?? null, limit],
  });
}

/**
 * Lets units see the cases of another one, but for those that concern them, a page at a time; gives how many were added. The cases are locked against
 * change meanwhile, so that no state that is being changed is copied.
 */
export async function shareCases(db: Database, from: string, to: readonly string[], limit: number): Promise<number> {
  const shared = await db.query({
    name: 'casework-share-cases',
    text: `WITH page AS (
             SELECT heir.id AS unit_id, file.id, file.received_at, file.state
             FROM casework.involvement seen CROSS JOIN unnest($2::text[]) AS heir(id)
               JOIN casework.case_file file ON file.id = seen.case_id
             WHERE seen.unit_id = $1 AND NOT EXISTS (SELECT FROM casework.involvement known
               WHERE known.case_id = seen.case_id AND known.unit_id = heir.id) AND NOT ${concernsSql('heir.id')}
             ORDER BY file.id LIMIT $3 FOR SHARE OF file)
           INSERT INTO casework.involvement (unit_id, case_id, received_at, state)
           SELECT unit_id, id, received_at, state FROM page ON CONFLICT DO NOTHING RETURNING case_id`,
    values: [from, to, limit],
  });
  return shared.length;
}

/** Helpers and orders that are open go on with the successor, unless it was asked for the same itself or steps aside. */
export async function moveSides(db: Database, from: string, to: { id: string; name: string }): Promise<number> {
  const moved = await db.query({
    name: 'casework-move-sides',
    text: `UPDATE casework.side_process side SET unit_id = $2, unit_name = $3
           FROM casework.case_file file
           WHERE side.unit_id = $1 AND side.ended_at IS NULL AND file.id = side.case_id AND NOT ${concernsSql('$2')}
             AND ${notAsked}
           RETURNING side.id`,
    values: [from, to.id, to.name],
  });
  return moved.length;
}

/** Open cases for which a unit answers are its successor's from then on, but for those that concern it; a page at a time. */
export async function moveOwners(
  db: Database,
  from: string,
  to: { id: string; name: string },
  limit: number,
): Promise<number> {
  const moved = await db.query({
    name: 'casework-move-owners',
    text: `UPDATE casework.case_file SET owner_unit_id = $2, owner_unit_name = $3 WHERE owner_unit_id = $1 AND id IN (
             SELECT file.id FROM casework.involvement seen JOIN casework.case_file file ON file.id = seen.case_id
             WHERE seen.unit_id = $1 AND seen.state = 'open' AND file.owner_unit_id = $1 AND NOT ${concernsSql('$2')}
             ORDER BY file.id LIMIT $4)
           RETURNING id`,
    values: [from, to.id, to.name, limit],
  });
  return moved.length;
}

/**
 * Dispatch rules in force that name a unit end, and the same begin with its successor; one for a street only if the
 * successor has none for the topic.
 */
export async function moveRules(
  db: Database,
  from: string,
  to: { id: string; name: string },
  now: Date,
): Promise<number> {
  const moved = await db.query({
    name: 'casework-move-rules',
    text: `WITH gone AS (UPDATE casework.dispatch_rule SET valid_to = $4
             WHERE (department_id = $1 OR street_id = $1) AND valid_to IS NULL RETURNING *)
           INSERT INTO casework.dispatch_rule (id, category_code, street_id, department_id, department_name, case_id, note,
             made_by, made_by_name, valid_from)
           SELECT gen_random_uuid(), category_code, CASE WHEN street_id = $1 THEN $2 ELSE street_id END,
             CASE WHEN department_id = $1 THEN $2 ELSE department_id END,
             CASE WHEN department_id = $1 THEN $3 ELSE department_name END, case_id, note, made_by, made_by_name, $4
           FROM gone WHERE street_id IS DISTINCT FROM $1 OR NOT EXISTS (SELECT FROM casework.dispatch_rule other
             WHERE other.category_code = gone.category_code AND other.street_id = $2 AND other.valid_to IS NULL)
           RETURNING id`,
    values: [from, to.id, to.name, now],
  });
  return moved.length;
}

/** Volunteers of a station that ends are on the roster of its successor. */
export async function moveVolunteers(db: Database, from: string, to: string): Promise<number> {
  const moved = await db.query({
    name: 'casework-move-volunteers',
    text: 'UPDATE casework.volunteer SET unit_id = $2 WHERE unit_id = $1 RETURNING account_id',
    values: [from, to],
  });
  return moved.length;
}

/** What is open goes by the new name of its unit; what is over keeps the name of its time. */
export async function rename(db: Database, unitId: string, name: string): Promise<number> {
  const renamed = await db.query({
    name: 'casework-rename-unit',
    text: `WITH step AS (UPDATE casework.step SET unit_name = $2
               WHERE unit_id = $1 AND state = 'open' AND unit_name IS DISTINCT FROM $2 RETURNING 1),
             side AS (UPDATE casework.side_process SET unit_name = $2
               WHERE unit_id = $1 AND ended_at IS NULL AND unit_name <> $2 RETURNING 1),
             rule AS (UPDATE casework.dispatch_rule SET department_name = $2
               WHERE department_id = $1 AND valid_to IS NULL AND department_name <> $2 RETURNING 1),
             bulletin AS (UPDATE casework.bulletin SET unit_name = $2
               WHERE unit_id = $1 AND ${openBulletin} AND unit_name <> $2 RETURNING 1),
             talk AS (UPDATE casework.talk SET unit_name = $2
               WHERE unit_id = $1 AND ${openTalk} AND unit_name <> $2 RETURNING 1)
           SELECT FROM step UNION ALL SELECT FROM side UNION ALL SELECT FROM rule UNION ALL SELECT FROM bulletin
           UNION ALL SELECT FROM talk`,
    values: [unitId, name],
  });
  return renamed.length;
}

/** Open cases for which a unit answers go by its new name, a page at a time. */
export async function renameOwner(db: Database, unitId: string, name: string, limit: number): Promise<number> {
  const renamed = await db.query({
    name: 'casework-rename-owner',
    text: `UPDATE casework.case_file SET owner_unit_name = $2 WHERE owner_unit_id = $1 AND id IN (
             SELECT file.id FROM casework.involvement seen JOIN casework.case_file file ON file.id = seen.case_id
             WHERE seen.unit_id = $1 AND seen.state = 'open' AND file.owner_unit_id = $1 AND file.owner_unit_name <> $2
             ORDER BY file.id LIMIT $3)
           RETURNING id`,
    values: [unitId, name, limit],
  });
  return renamed.length;
}
