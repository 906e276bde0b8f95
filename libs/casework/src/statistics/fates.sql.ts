import { phoneMark } from '../sealing/resident.sql.js';
import type { CaseFigure } from './figure.js';

/** Parameters that hold a period of days of receipt, the instant up to which the past is known, and the time zone. */
interface BoundsParameters {
  readonly from: string;
  readonly to: string;
  readonly known: string;
  readonly timeZone: string;
}

/** Expression for `WITH`: the instants between which cases were received, and up to when they are known. */
export function boundsOf({ from, to, known, timeZone }: BoundsParameters): string {
  return `bounds AS (
  SELECT ${from}::date::timestamp AT TIME ZONE ${timeZone} AS since,
    (${to}::date + 1)::timestamp AT TIME ZONE ${timeZone} AS until, ${known}::timestamptz AS known)`;
}

/** The period: $1 and $2, days of receipt in the time zone $4, and $3, the instant up to which the past is known. */
export const bounds = boundsOf({ from: '$1', to: '$2', known: '$3', timeZone: '$4' });

/** The cases of the period that a unit of the scope, $5, ever held. */
export const received = `received AS (
  SELECT DISTINCT seen.case_id AS id FROM casework.involvement seen, bounds
  WHERE seen.unit_id = ANY($5::text[]) AND seen.received_at >= since AND seen.received_at < until
    AND seen.received_at < known)`;

/** A lapse after which somebody else goes on with the case. */
const handedOn = `line.kind = 'lapsed' AND coalesce((line.detail ->> 'goesOn')::boolean,
        jsonb_array_length(coalesce(line.detail -> 'next', '[]')) > 0)`;

/** Columns of a fate, over the lines `line` of one case, beside what stands in its file. */
const fateColumns = `
      (array_agg(line.kind ORDER BY line.seq DESC) FILTER (WHERE line.kind IN ('closed', 'withdrawn', 'reopened', 'separated')))[1] AS ending,
      (array_agg(line.kind ORDER BY line.seq DESC) FILTER (WHERE line.kind IN ('merged', 'separated')))[1] = 'merged' AS merged,
      bool_or(${handedOn}) AS lapsed,
      array_agg(DISTINCT line.detail ->> 'unitId')
        FILTER (WHERE ${handedOn}) AS lapsed_by,
      bool_or(line.detail ? 'returned') AS returned,
      bool_or(line.kind = 'reopened' OR line.kind = 'completed' AND line.detail ->> 'outcome' = 'dissatisfied') AS reworked,
      (array_agg(line.detail ORDER BY line.seq DESC) FILTER (WHERE line.kind = 'rated'))[1] AS rating,
      (array_agg(line.detail -> 'solved' ORDER BY line.seq DESC)
        FILTER (WHERE line.kind = 'rated' AND line.detail ->> 'solved' IS NOT NULL))[1] AS solved,
      min(line.at) FILTER (WHERE line.kind = 'contacted') AS contacted_at,
      count(*) FILTER (WHERE line.detail ->> 'trip' = 'true') AS trips`;

/**
 * The fate of each case of the period, from its history alone: what was written later changes nothing of an earlier day.
 * A lapse counts where somebody else went on with the case. $6: keys of processes beside the case. No line of a case is
 * older than the case, so only as much of the history is read as was written since the period began.
 */
export const fates = `
  ${bounds},
  ${received},
  lived AS (
    SELECT received.id, ${fateColumns}
    FROM received JOIN bounds ON true JOIN casework.trail line ON line.case_id = received.id
      AND line.at >= since AND line.at < known AND coalesce(line.definition_key, '') <> ALL($6::text[])
    GROUP BY received.id),
  fate AS (
    SELECT lived.*, file.contact_due_at AS contact_due, file.category_code, file.campaign_code,
      ${phoneMark('file')} AS phone_mark, file.received_at
    FROM lived JOIN casework.case_file file USING (id)
    WHERE file.received_at >= (SELECT since FROM bounds) AND file.received_at < (SELECT until FROM bounds))`;

/** The fate of the case `file`. @param sideKinds parameter with the keys of processes beside it */
export function fateOf(sideKinds: string): string {
  return `SELECT ${fateColumns}, file.contact_due_at AS contact_due
    FROM casework.trail line WHERE line.case_id = file.id AND line.at < (SELECT known FROM bounds)
      AND coalesce(line.definition_key, '') <> ALL(${sideKinds})
    HAVING count(*) > 0`;
}

/** Condition: the case is left out of adjusted rates by a decision that was known. */
export function isExcluded(caseId: string): string {
  return `EXISTS (SELECT FROM casework.exclusion
    WHERE case_id = ${caseId} AND state = 'granted' AND decided_at < (SELECT known FROM bounds))`;
}

/**
 * Which fates a figure counts; the figure and the list behind it ask the same. Repeats are told by comparing cases, so
 * they have a column of their own.
 *
 * @param inTime condition, of who lets a case lapse and who does not
 */
export function fateConditions(inTime: string): Readonly<Record<CaseFigure, string>> {
  return {
    received: 'true',
    due: `ending IS DISTINCT FROM 'withdrawn'`,
    closed: `ending = 'closed'`,
    withdrawn: `ending = 'withdrawn'`,
    closedInTime: `ending = 'closed' AND ${inTime}`,
    closedAtOnce: `ending = 'closed' AND returned IS NOT TRUE AND reworked IS NOT TRUE`,
    closedInTwo: `ending = 'closed' AND trips <= 2`,
    returned: 'returned',
    reworked: 'reworked',
    repeated: 'repeated',
    lapsed: 'lapsed',
    toContact: `(contacted_at IS NOT NULL AND contact_due IS NOT NULL
      OR contact_due < (SELECT known FROM bounds) AND ending IS DISTINCT FROM 'withdrawn')`,
    contactedInTime: 'contacted_at <= contact_due',
    rated: 'rating IS NOT NULL',
    satisfied: `(rating ->> 'grade')::int >= 3`,
    dissatisfied: `(rating ->> 'grade')::int < 3`,
    asked: 'solved IS NOT NULL',
    solved: `solved = 'true'`,
  };
}

/** What `countsOf` counts. */
export const countNames = [
  'received',
  'closed',
  'withdrawn',
  'closedInTime',
  'closedAtOnce',
  'returned',
  'reworked',
  'rated',
  'satisfied',
  'toContact',
  'contactedInTime',
  'closedInTwo',
  'asked',
  'solved',
] as const satisfies readonly CaseFigure[];

/** Counts over rows of `fate`; `inTime`: condition, of who lets it lapse and who does not. */
export function countsOf(inTime: string): string {
  const conditions = fateConditions(inTime);
  return countNames.map((name) => countOf(name, conditions[name])).join(',\n    ');
}

/** How many rows a condition holds for. */
export function countOf(name: string, condition: string): string {
  return `count(*) FILTER (WHERE ${condition})::int AS "${name}"`;
}
