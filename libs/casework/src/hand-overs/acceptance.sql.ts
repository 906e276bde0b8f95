/**
 * Part of a `WITH`: the unit that takes a step becomes responsible for the case (首问负责: until then the one before is).
 * Helpers, orders, callbacks and checks take no responsibility over.
 *
 * @param taken part of the same `WITH` that gives the rows of `casework.step` that somebody took
 */
export function acceptedFrom(taken: string): string {
  return `accepted AS (
    UPDATE casework.case_file file SET owner_unit_id = ${taken}.unit_id, owner_unit_name = ${taken}.unit_name
    FROM ${taken}
    WHERE file.id = ${taken}.case_id AND ${taken}.unit_name IS NOT NULL AND ${taken}.unit_id <> file.owner_unit_id
      AND ${taken}.properties ->> 'callback' IS DISTINCT FROM 'true'
      AND ${taken}.properties ->> 'checks' IS DISTINCT FROM 'true'
      AND NOT EXISTS (SELECT FROM casework.side_process WHERE id = ${taken}.instance_id))`;
}
