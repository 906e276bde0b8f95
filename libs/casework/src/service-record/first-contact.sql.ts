import type { Database, Transaction } from '@lianban/platform';

/** A case whose first contact is late; `mark` is its place in the order. */
export interface LateContact {
  readonly id: string;
  readonly mark: string;
}

/** Cases of whose late first contact nobody was told yet, page by page, the latest first. */
export async function lateContacts(
  db: Database,
  now: Date,
  page: { readonly after: LateContact | undefined; readonly limit: number },
): Promise<LateContact[]> {
  return await db.query<LateContact>({
    name: 'casework-late-contacts',
    text: `SELECT id, contact_due_at::text AS mark FROM casework.case_file
           WHERE state = 'open' AND contacted_at IS NULL AND NOT contact_late_told AND contact_due_at < $1
             AND (contact_due_at, id) > (coalesce($2::timestamptz, '-infinity'),
               coalesce($3::uuid, '00000000-0000-0000-0000-000000000000'))
           ORDER BY contact_due_at, id LIMIT $4`,
    values: [now, page.after?.mark ?? null, page.after?.id ?? null, page.limit],
  });
}

/** Notes that it is told; undefined where it needs not be told any more, or another process has the case. */
export async function claimLate(
  tx: Transaction,
  id: string,
): Promise<{ readonly dueAt: Date; readonly unitId: string; readonly unit: string } | undefined> {
  const [late] = await tx.query<{ dueAt: Date; unitId: string; unit: string }>({
    name: 'casework-claim-late-contact',
    text: `UPDATE casework.case_file SET contact_late_told = true WHERE id IN (
             SELECT id FROM casework.case_file
             WHERE id = $1 AND state = 'open' AND contacted_at IS NULL AND NOT contact_late_told
             FOR UPDATE SKIP LOCKED)
           RETURNING contact_due_at AS "dueAt", owner_unit_id AS "unitId", owner_unit_name AS unit`,
    values: [id],
  });
  return late;
}
