import type { Database } from '@lianban/platform';

/** A task of a case, as far as its term concerns it. */
export interface TermStep {
  readonly instanceId: string;
  readonly termKey: number;
  readonly name: string;
  readonly unit: string | null;
  readonly holder: string | null;
}

/** The term within which the resident is to be spoken to first. */
export interface ContactTermRow {
  readonly dueAt: Date | null;
  readonly calendarId: string | null;
  readonly duration: string | null;
  readonly since: Date | null;
  readonly contactedAt: Date | null;
  readonly unit: string;
}

/** All tasks of a case, the earliest first, and the term of its first contact; in one round trip. */
export async function termsOfCase(
  db: Database,
  caseId: string,
): Promise<{ readonly steps: readonly TermStep[]; readonly contact: ContactTermRow | undefined }> {
  const [steps, [contact]] = await db.queryBoth<TermStep, ContactTermRow>(
    {
      name: 'casework-steps-with-terms',
      text: `SELECT instance_id AS "instanceId", term_key AS "termKey", name, unit_name AS unit,
               coalesce(finished_by_name, assignee_name) AS holder
             FROM casework.step WHERE case_id = $1 ORDER BY received_at, key LIMIT 500`,
      values: [caseId],
    },
    {
      name: 'casework-contact-term',
      text: `SELECT contact_due_at AS "dueAt", contact_calendar AS "calendarId", contact_duration AS duration,
               contact_since AS since, contacted_at AS "contactedAt", owner_unit_name AS unit
             FROM casework.case_file WHERE id = $1`,
      values: [caseId],
    },
  );
  return { steps, contact };
}
