/** The period: $1 and $2, days of receipt in the time zone $4, and $3, the instant up to which the past is known. */
export const bounds = `bounds AS (
  SELECT $1::date::timestamp AT TIME ZONE $4 AS since, ($2::date + 1)::timestamp AT TIME ZONE $4 AS until,
    $3::timestamptz AS known)`;

/** The cases of the period that a unit of the scope, $5, ever held. */
export const received = `received AS (
  SELECT DISTINCT seen.case_id AS id FROM casework.involvement seen, bounds
  WHERE seen.unit_id = ANY($5::text[]) AND seen.received_at >= since AND seen.received_at < until
    AND seen.received_at < known)`;

/** A lapse after which somebody else goes on with the case. */
const handedOn = `line.kind = 'lapsed' AND coalesce((line.detail ->> 'goesOn')::boolean,
        jsonb_array_length(coalesce(line.detail -> 'next', '[]')) > 0)`;

/**
 * The fate of each case of the period, from its history alone: what was written later changes nothing of an earlier day.
 * A lapse counts where somebody else went on with the case. $6: keys of processes beside the case.
 */
export const fates = `
  ${bounds},
  ${received},
  fate AS (
    SELECT received.id,
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
      (SELECT contact_due_at FROM casework.case_file WHERE id = received.id) AS contact_due,
      min(line.at) FILTER (WHERE line.kind = 'contacted') AS contacted_at,
      count(*) FILTER (WHERE line.detail ->> 'trip' = 'true') AS trips
    FROM received JOIN bounds ON true JOIN casework.trail line ON line.case_id = received.id AND line.at < known
      AND coalesce(line.definition_key, '') <> ALL($6::text[])
    GROUP BY received.id)`;

/** Condition: the case is left out of adjusted rates by a decision that was known. */
export function isExcluded(caseId: string): string {
  return `EXISTS (SELECT FROM casework.exclusion
    WHERE case_id = ${caseId} AND state = 'granted' AND decided_at < (SELECT known FROM bounds))`;
}

/** Counts over rows of `fate`; `inTime`: condition, of who lets it lapse and who does not. */
export function countsOf(inTime: string): string {
  return `count(*)::int AS received,
    count(*) FILTER (WHERE ending = 'closed')::int AS closed,
    count(*) FILTER (WHERE ending = 'withdrawn')::int AS withdrawn,
    count(*) FILTER (WHERE ending = 'closed' AND ${inTime})::int AS "closedInTime",
    count(*) FILTER (WHERE ending = 'closed' AND returned IS NOT TRUE AND reworked IS NOT TRUE)::int AS "closedAtOnce",
    count(*) FILTER (WHERE returned)::int AS returned,
    count(*) FILTER (WHERE reworked)::int AS reworked,
    count(rating)::int AS rated,
    count(*) FILTER (WHERE (rating ->> 'grade')::int >= 3)::int AS satisfied,
    count(*) FILTER (WHERE contacted_at IS NOT NULL AND contact_due IS NOT NULL
      OR contact_due < (SELECT known FROM bounds) AND ending IS DISTINCT FROM 'withdrawn')::int AS "toContact",
    count(*) FILTER (WHERE contacted_at <= contact_due)::int AS "contactedInTime",
    count(*) FILTER (WHERE ending = 'closed' AND trips <= 2)::int AS "closedInTwo",
    count(solved)::int AS asked,
    count(*) FILTER (WHERE solved = 'true')::int AS solved`;
}
