/**
 * Condition on a row of `casework.case_file`: who holds `case.read-personal` for these units may see who its resident
 * is. Without the permission the units are null, and the condition never holds.
 */
export function seesResident(file: string, account: string, units: string): string {
  return `(${units}::text[] IS NOT NULL AND (${file}.registered_by = ${account}
    OR EXISTS (SELECT FROM casework.involvement WHERE case_id = ${file}.id AND unit_id = ANY(${units}::text[]))))`;
}
