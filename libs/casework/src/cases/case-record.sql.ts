import { isUuid, type Database, type Transaction } from '@lianban/platform';
import { caseUnknown } from '../casework.errors.js';
import type { CaseLevel, CaseState } from './case.js';

/** What decides what can be done with a case, and by whom. */
export interface CaseRecord {
  readonly id: string;
  readonly code: string;
  readonly title: string;
  readonly state: CaseState;
  readonly level: CaseLevel | null;
  readonly instanceId: string;
  readonly definitionKey: string | null;
  readonly registeredBy: string | null;
  readonly firstUnitId: string;
  /** The unit that is responsible: the one asked first, until another accepts the case. */
  readonly ownerUnitId: string;
  /** The unit that is complained of. */
  readonly aboutUnitId: string | null;
  readonly mergedInto: string | null;
  readonly closedAt: Date | null;
  readonly reopenedAt: Date | null;
  /** Its personal data are gone since then. */
  readonly anonymisedAt: Date | null;
  /** Of a long-standing matter: a year or a day. */
  readonly historicSince: string | null;
}

const select = `SELECT id, code, title, state, level, instance_id AS "instanceId", definition_key AS "definitionKey",
  registered_by AS "registeredBy", first_unit_id AS "firstUnitId", owner_unit_id AS "ownerUnitId", about_unit_id AS "aboutUnitId",
  merged_into AS "mergedInto", closed_at AS "closedAt", reopened_at AS "reopenedAt", anonymised_at AS "anonymisedAt",
  historic_since AS "historicSince" FROM casework.case_file`;

/** The case with this id, locked until the end of the transaction. @throws case-unknown */
export async function lockCase(tx: Transaction, id: string): Promise<CaseRecord> {
  const [file] = await tx.query<CaseRecord>({
    name: 'casework-lock-case',
    text: `${select} WHERE id = $1 FOR UPDATE`,
    values: [id],
  });
  if (!file) throw caseUnknown(id);
  return file;
}

/** The case with this id; not locked, where its process is to be locked first. @throws case-unknown */
export async function readCase(tx: Transaction, id: string): Promise<CaseRecord> {
  const file = await findCase(tx, id);
  if (!file) throw caseUnknown(id);
  return file;
}

/** The case with this code or id; undefined for any other text. Not locked. */
export async function findCase(db: Database | Transaction, text: string): Promise<CaseRecord | undefined> {
  const byId = isUuid(text.toLowerCase());
  const [file] = await db.query<CaseRecord>({
    name: `casework-case-record-by-${byId ? 'id' : 'code'}`,
    text: `${select} WHERE ${byId ? 'id = $1' : 'code = upper($1)'}`,
    values: [text],
  });
  return file;
}
