/** Parameters of a statement that hold an office time, and the time zone. */
interface OfficeParameters {
  readonly days: string;
  readonly opens: string;
  readonly closes: string;
  readonly timeZone: string;
}

/**
 * Two expressions for `WITH`, of one row each: `office` has the parts of working time in order, with the seconds worked
 * before each; `working_day` has the midnights and the closing times of working days. All in seconds since 1970.
 */
export function officeTime({ days, opens, closes, timeZone }: OfficeParameters): string {
  const epoch = (instant: string): string => `extract(epoch FROM ${instant} AT TIME ZONE ${timeZone})::float8`;
  return `
  office AS (
    SELECT array_agg(opens ORDER BY opens) AS opens, array_agg(closes ORDER BY opens) AS closes,
      array_agg(before ORDER BY opens) AS before
    FROM (SELECT opens, closes, sum(closes - opens) OVER (ORDER BY opens) - (closes - opens) AS before
      FROM (SELECT ${epoch('(day::date + part.opens::time)')} AS opens, ${epoch('(day::date + part.closes::time)')} AS closes
        FROM unnest(${days}::text[]) AS day, unnest(${opens}::text[], ${closes}::text[]) AS part(opens, closes)) AS part) AS part),
  working_day AS (
    SELECT array_agg(begins ORDER BY begins) AS begins, array_agg(closes ORDER BY begins) AS closes
    FROM (SELECT ${epoch('day::date::timestamp')} AS begins, ${epoch(`(day::date + (${closes}::text[])[cardinality(${closes}::text[])]::time)`)} AS closes
      FROM unnest(${days}::text[]) AS day) AS working)`;
}

/** Seconds of working time before an instant; the difference of two is what was worked between them. */
export function workedBefore(instant: string): string {
  const at = `extract(epoch FROM ${instant})::float8`;
  // Subqueries of one row are read once for the whole statement; a join would carry the arrays along with every row.
  const part = `width_bucket(${at}, (SELECT opens FROM office))`;
  return `coalesce((SELECT before FROM office)[${part}]
    + least(${at}, (SELECT closes FROM office)[${part}]) - (SELECT opens FROM office)[${part}], 0)`;
}

/** When so many working days after an instant close, the day itself not counted, in seconds since 1970; null: not in sight. */
export function closingAfter(instant: string, days: string): string {
  const at = `extract(epoch FROM ${instant})::float8`;
  return `(SELECT closes FROM working_day)[width_bucket(${at}, (SELECT begins FROM working_day)) + ${days}::int]`;
}
