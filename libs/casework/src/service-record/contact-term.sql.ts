import type { KnownChange } from '@lianban/engine';
import type { Database, Transaction } from '@lianban/platform';

/** A case whose first contact was counted before a calendar changed; `mark` is its place in the order. */
export interface OldContactTerm {
  readonly id: string;
  readonly mark: string;
}

const runs = `state = 'open' AND contacted_at IS NULL AND NOT contact_late_told AND contact_due_at > $1
  AND contact_calendar = $2 AND contact_counted_at < $3`;

/** Terms that run and were counted before every process knew of a change, page by page, the earliest first. */
export async function changedContactTerms(
  db: Database,
  { calendarId, knownAt }: KnownChange,
  page: { readonly now: Date; readonly after: OldContactTerm | undefined; readonly limit: number },
): Promise<OldContactTerm[]> {
  return await db.query<OldContactTerm>({
    name: 'casework-changed-contact-terms',
    text: `SELECT id, contact_due_at::text AS mark FROM casework.case_file
           WHERE ${runs} AND (contact_due_at, id) > (coalesce($4::timestamptz, '-infinity'),
             coalesce($5::uuid, '00000000-0000-0000-0000-000000000000'))
           ORDER BY contact_due_at, id LIMIT $6`,
    values: [page.now, calendarId, knownAt, page.after?.mark ?? null, page.after?.id ?? null, page.limit],
  });
}

/** How the term of a first contact was counted. */
interface CountedTerm {
  readonly dueAt: Date;
  readonly calendarId: string;
  readonly duration: string;
  readonly since: Date;
  /** Name of the responsible unit. */
  readonly unit: string;
}

/** Locks a case whose term is still to follow a change; undefined where it need not, or another process has the case. */
export async function takeContactTerm(
  tx: Transaction,
  id: string,
  { change, now }: { readonly change: KnownChange; readonly now: Date },
): Promise<CountedTerm | undefined> {
  const [term] = await tx.query<CountedTerm>({
    name: 'casework-take-contact-term',
    text: `SELECT contact_due_at AS "dueAt", contact_calendar AS "calendarId", contact_duration AS duration,
             contact_since AS since, owner_unit_name AS unit
           FROM casework.case_file WHERE id = $4 AND ${runs} FOR UPDATE SKIP LOCKED`,
    values: [now, change.calendarId, change.knownAt, id],
  });
  return term;
}

/** Keeps when the term ends, as counted now. */
export async function keepContactTerm(
  tx: Transaction,
  id: string,
  { dueAt, now }: { readonly dueAt: Date; readonly now: Date },
): Promise<void> {
  await tx.query({
    name: 'casework-keep-contact-term',
    text: 'UPDATE casework.case_file SET contact_due_at = $2, contact_counted_at = $3 WHERE id = $1',
    values: [id, dueAt, now],
  });
}
