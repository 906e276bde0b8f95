import type { Database, Transaction } from '@lianban/platform';
import type { ClosingFacts } from './service-record.rules.js';
import type { ContactView, PaperNoticeView, PaperView, ProxyView } from './service-record.js';

/** Dates as the driver gives them. */
type Row<T, K extends keyof T> = Omit<T, K> & { readonly [P in K]: null extends T[P] ? Date | null : Date };

/** What was done with a resident, as it is stored. */
export interface ServiceRows {
  readonly contactDueAt: Date | null;
  readonly contactedAt: Date | null;
  readonly ownerUnitId: string;
  readonly contacts: readonly Row<ContactView, 'at'>[];
  readonly notices: readonly Row<PaperNoticeView, 'at'>[];
  readonly papers: readonly Row<PaperView, 'receivedAt' | 'returnedAt'>[];
  readonly proxies: readonly Row<ProxyView, 'beganAt' | 'endedAt'>[];
}

/** More than any case has; bounds the answer. */
const most = 200;

/** Everything that was done with the resident of a case, the earliest first. */
export async function serviceRowsOf(db: Database | Transaction, caseId: string): Promise<ServiceRows | undefined> {
  const values = [caseId];
  const [file] = await db.query<Pick<ServiceRows, 'contactDueAt' | 'contactedAt' | 'ownerUnitId'>>({
    name: 'casework-service-of-case',
    text: `SELECT contact_due_at AS "contactDueAt", contacted_at AS "contactedAt", owner_unit_id AS "ownerUnitId"
           FROM casework.case_file WHERE id = $1`,
    values,
  });
  if (!file) return undefined;
  const contacts = await db.query<ServiceRows['contacts'][number]>({
    name: 'casework-contacts',
    text: `SELECT id, at, way.name AS way, reached, trip, text, by_name AS by, unit_name AS unit FROM casework.contact
           JOIN casework.contact_way way ON way.code = way_code WHERE case_id = $1 ORDER BY at, id LIMIT ${most}`,
    values,
  });
  const notices = await db.query<ServiceRows['notices'][number]>({
    name: 'casework-paper-notices',
    text: `SELECT id, at, items, text, by_name AS by, unit_name AS unit FROM casework.paper_notice
           WHERE case_id = $1 ORDER BY at, id LIMIT ${most}`,
    values,
  });
  const papers = await db.query<ServiceRows['papers'][number]>({
    name: 'casework-papers',
    text: `SELECT id, name, original, received_at AS "receivedAt", received_by_name AS "receivedBy",
             returned_at AS "returnedAt", returned_by_name AS "returnedBy" FROM casework.paper
           WHERE case_id = $1 ORDER BY received_at, id LIMIT ${most}`,
    values,
  });
  const proxies = await db.query<ServiceRows['proxies'][number]>({
    name: 'casework-proxies',
    text: `SELECT id, agent_name AS agent, unit_name AS unit, mandate, began_at AS "beganAt", result, ended_at AS "endedAt"
           FROM casework.proxy WHERE case_id = $1 ORDER BY began_at, id LIMIT ${most}`,
    values,
  });
  return { ...file, contacts, notices, papers, proxies };
}

/** A contact as it is written. */
export interface NewContact {
  readonly id: string;
  readonly caseId: string;
  readonly instanceId: string | null;
  readonly key: number | null;
  readonly at: Date;
  readonly way: string;
  readonly reached: boolean;
  readonly trip: boolean;
  readonly text: string;
  readonly byId: string;
  readonly byName: string;
  readonly unitName: string | null;
}

/** Writes a contact; the first one that reached the resident ends the clock for it. */
export async function insertContact(tx: Transaction, contact: NewContact): Promise<void> {
  await tx.query({
    name: 'casework-insert-contact',
    text: `INSERT INTO casework.contact (id, case_id, instance_id, key, at, way_code, reached, trip, text, by_id, by_name, unit_name)
           VALUES ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11, $12)`,
    values: [
      contact.id,
      contact.caseId,
      contact.instanceId,
      contact.key,
      contact.at,
      contact.way,
      contact.reached,
      contact.trip,
      contact.text,
      contact.byId,
      contact.byName,
      contact.unitName,
    ],
  });
  if (!contact.reached) return;
  await tx.query({
    name: 'casework-contacted',
    text: 'UPDATE casework.case_file SET contacted_at = coalesce(contacted_at, $2) WHERE id = $1',
    values: [contact.caseId, contact.at],
  });
}

/** Tries in vain in the course of a task. */
export async function triesOf(
  tx: Transaction,
  step: { instanceId: string; key: number; caseId: string },
): Promise<Date[]> {
  const rows = await tx.query<{ at: Date }>({
    name: 'casework-tries',
    text: `SELECT at FROM casework.contact
           WHERE case_id = $1 AND instance_id = $2 AND key = $3 AND NOT reached ORDER BY at LIMIT ${most}`,
    values: [step.caseId, step.instanceId, step.key],
  });
  return rows.map(({ at }) => at);
}

/** What closing a case depends on; the caller has its row locked. */
export async function closingFactsOf(tx: Transaction, caseId: string): Promise<ClosingFacts> {
  const [row] = await tx.query<ClosingFacts>({
    name: 'casework-closing-facts',
    text: `SELECT closing_needs AS needs,
             EXISTS (SELECT FROM casework.contact WHERE case_id = file.id AND reached) AS contacted,
             EXISTS (SELECT FROM casework.attachment
               WHERE case_id = file.id AND removed_at IS NULL AND added_by IS NOT NULL) AS evidenced,
             EXISTS (SELECT FROM casework.paper
               WHERE case_id = file.id AND original AND returned_at IS NULL) AS "papersHeld"
           FROM casework.case_file file WHERE id = $1`,
    values: [caseId],
  });
  return row ?? { needs: [], contacted: false, evidenced: false, papersHeld: false };
}
