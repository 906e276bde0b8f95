import type { Transaction } from '@lianban/platform';
import { actLimitOf } from '../acts/act-limit.sql.js';
import { isDissatisfied } from '../closing/closing.rules.js';
import { isOwnStep } from '../sides/own-step.sql.js';
import { sideKinds } from '../sides/side-process.js';
import type { LadderFacts, LadderUnit, RungCode, Stage } from './ladder.js';

/** The unit that stands for one today: itself, or what it has gone into. */
const heirOf = (unit: string): string => `coalesce(organisation.standing_unit(${unit}), ${unit})`;

/** The case of the facts, for texts. */
export interface LadderCase {
  readonly code: string;
  readonly title: string;
}

/**
 * Everything about a case that decides which rungs are climbed, in one round trip; the caller has the case locked.
 *
 * A stage goes by its latest task, so that its name stays whoever has the task: units merge, and tasks are transferred.
 * What was kept by the name of an earlier task of the stage counts for the stage.
 *
 * @param periodDays natural days within which bulletins of a unit count together
 */
export async function ladderFacts(
  tx: Transaction,
  caseId: string,
  { now, periodDays }: { readonly now: Date; readonly periodDays: number },
): Promise<(LadderFacts & LadderCase) | undefined> {
  const [row] = await tx.query<FactsRow>({
    name: 'casework-ladder-facts',
    text: `WITH own AS MATERIALIZED (
        SELECT *, min(received_at) OVER stage AS since, row_number() OVER (stage ORDER BY key DESC) AS latest,
          ${heirOf('unit_id')} AS heir, instance_id || ':' || key AS ref,
          first_value(instance_id || ':' || key) OVER (stage ORDER BY key DESC) AS stage,
          coalesce('true' IN (properties ->> 'callback', properties ->> 'checks'), false) AS looks
        FROM casework.step WHERE case_id = $1 AND unit_id IS NOT NULL AND ${isOwnStep}
        WINDOW stage AS (PARTITION BY instance_id, term_key, ${heirOf('unit_id')})),
      climbs AS (SELECT climb.rung_code, ${heirOf('climb.unit_id')} AS heir, coalesce(own.stage, climb.stage) AS stage
        FROM casework.ladder_climb climb LEFT JOIN own ON own.ref = climb.stage WHERE climb.case_id = $1),
      ruled AS (SELECT bulletin.unit_id, bulletin.unit_name, coalesce(own.stage, bulletin.stage) AS stage
        FROM casework.bulletin LEFT JOIN own ON own.ref = bulletin.stage
        WHERE bulletin.case_id = $1 AND bulletin.state IN ('issued', 'acknowledged'))
      SELECT file.code, file.title, file.state, file.returns,
        (SELECT json_agg(received_at) FROM casework.case_file WHERE id = $1 OR merged_into = $1) AS receipts,
        (SELECT json_agg(json_build_object('key', stage,
            'unit', json_build_object('id', unit_id, 'name', unit_name), 'units', (SELECT json_agg(had.heir)
              FROM (SELECT own.heir UNION SELECT heir FROM climbs WHERE climbs.stage = own.stage) had), 'step', name, 'receivedAt', since,
            'warnAt', warn_at, 'dueAt', due_at, 'calendarId', calendar_id, 'suspended', suspended, 'state', state)
            ORDER BY due_sort, instance_id, key)
          FROM own WHERE latest = 1 AND state IN ('open', 'lapsed')) AS stages,
        (SELECT json_build_object('id', unit_id, 'name', unit_name) FROM own WHERE state = 'open'
          ORDER BY due_sort, instance_id, key LIMIT 1) AS holder,
        (SELECT json_build_object('id', unit_id, 'name', unit_name) FROM own
          WHERE state = 'done' AND NOT looks
          ORDER BY finished_at DESC, key DESC LIMIT 1) AS handler,
        (SELECT json_agg(json_build_object('kind', line.kind, 'outcome', line.detail ->> 'outcome',
            'grade', line.detail -> 'grade') ORDER BY line.seq)
          FROM casework.trail line WHERE line.case_id = $1 AND (line.kind = 'rated' OR line.kind = 'completed'
            AND coalesce(line.definition_key, '') <> ALL($4::text[]) AND (line.detail ->> 'outcome' = 'dissatisfied'
              OR line.element_id NOT IN (SELECT element_id FROM own WHERE looks)))) AS course,
        (SELECT json_agg(json_build_object('at', at, 'day', day)) FROM casework.case_act
          WHERE case_id = $1 AND kind = 'urge') AS urges, ${actLimitOf('urges')} AS "mostUrges",
        (SELECT json_agg(json_build_object('unitId', unit_id, 'heirId', ${heirOf('unit_id')}, 'at', asked_at, 'answeredAt', answered_at,
            'open', ended_at IS NULL))
          FROM casework.side_process WHERE case_id = $1 AND kind = 'supervision') AS orders,
        (SELECT json_agg(json_build_object('stage', ruled.stage,
            'unit', json_build_object('id', ruled.unit_id, 'name', ruled.unit_name),
            'ofUnit', (SELECT count(*) FROM casework.bulletin other WHERE other.unit_id = ruled.unit_id
              AND other.state IN ('issued', 'acknowledged') AND other.decided_at > $2::timestamptz - make_interval(days => $3)
              AND other.decided_at > coalesce((SELECT max(planned_at) FROM casework.talk
                WHERE talk.unit_id = ruled.unit_id AND talk.cause = 'repeated'), '-infinity'))))
          FROM ruled) AS bulletins,
        (SELECT json_agg(json_build_object('code', rung_code, 'stage', stage)) FROM climbs) AS taken
      FROM casework.case_file file WHERE file.id = $1`,
    values: [caseId, now, periodDays, sideKinds],
  });
  return row && factsOf(row);
}

/** Instants come as texts, and what is not there as null. */
interface FactsRow extends LadderCase, Pick<LadderFacts, 'state' | 'returns' | 'mostUrges' | 'holder' | 'handler'> {
  readonly receipts: readonly string[] | null;
  readonly stages: readonly StageRow[] | null;
  readonly course: readonly CourseRow[] | null;
  readonly urges: readonly { readonly at: string; readonly day: string }[] | null;
  readonly orders:
    | readonly {
        readonly unitId: string;
        readonly heirId: string;
        readonly at: string;
        readonly answeredAt: string | null;
        readonly open: boolean;
      }[]
    | null;
  readonly bulletins: readonly { readonly stage: string; readonly unit: LadderUnit; readonly ofUnit: number }[] | null;
  readonly taken: readonly { readonly code: RungCode; readonly stage: string }[] | null;
}

interface StageRow extends Omit<Stage, 'receivedAt' | 'warnAt' | 'dueAt'> {
  readonly receivedAt: string;
  readonly warnAt: string | null;
  readonly dueAt: string | null;
}

interface CourseRow {
  readonly kind: 'rated' | 'completed';
  readonly outcome: string | null;
  readonly grade: number | null;
}

function factsOf(row: FactsRow): LadderFacts & LadderCase {
  return {
    ...row,
    receipts: (row.receipts ?? []).map((at) => new Date(at)),
    stages: (row.stages ?? []).map((stage) => ({
      ...stage,
      receivedAt: new Date(stage.receivedAt),
      warnAt: dateOf(stage.warnAt),
      dueAt: dateOf(stage.dueAt),
    })),
    course: (row.course ?? []).flatMap(courseOf),
    urges: (row.urges ?? []).map(({ at, day }) => ({ at: new Date(at), day })),
    orders: (row.orders ?? []).map((order) => ({
      ...order,
      at: new Date(order.at),
      answeredAt: dateOf(order.answeredAt),
    })),
    bulletins: row.bulletins ?? [],
    taken: row.taken ?? [],
  };
}

function courseOf({ kind, outcome, grade }: CourseRow): LadderFacts['course'] {
  if (kind === 'rated') return grade !== null && isDissatisfied(grade) ? ['dissatisfied'] : [];
  return [outcome === 'dissatisfied' ? 'dissatisfied' : 'handled'];
}

function dateOf(text: string | null): Date | null {
  return text === null ? null : new Date(text);
}
