import { sealedRow, type Transaction } from '@lianban/platform';
import type { ClosingNeed } from '../service-record/service-record.js';
import { sealedResident } from '../sealing/sealed-tables.js';
import type { CaseLevel, CaseState } from './case.js';

/** A case as it is first written. */
export interface NewCase {
  readonly id: string;
  readonly code: string;
  readonly queryCode: string;
  readonly title: string;
  readonly text: string;
  readonly channelCode: string;
  readonly categoryCode: string | null;
  readonly address: string | null;
  readonly stationId: string | null;
  readonly aboutUnitId: string | null;
  readonly aboutUnitName: string | null;
  readonly kindCode: string | null;
  readonly campaignCode: string | null;
  /** Of a long-standing matter: a year or a day. */
  readonly historicSince: string | null;
  readonly historicReason: string | null;
  readonly firstUnitId: string;
  readonly firstUnitName: string;
  readonly urgency: 'normal' | 'urgent';
  readonly anonymous: boolean;
  readonly residentName: string | null;
  readonly residentPhone: string | null;
  readonly smsConsent: boolean;
  readonly registeredBy: string | null;
  readonly registeredByName: string | null;
  readonly sourceId: string | null;
  readonly instanceId: string;
  readonly receivedAt: Date;
  /** Version of the notice that the resident read. */
  readonly notice: number | null;
  readonly searchTerms: readonly string[];
}

/** Writes a new, open case, with who asks sealed. Fails on a known `sourceId` by the constraint `case_file_source_id_key`. */
export async function insertCase(tx: Transaction, file: NewCase): Promise<void> {
  const resident = sealedRow(tx.fields, sealedResident, file.id, {
    resident_name: file.residentName,
    resident_phone: file.residentPhone,
  });
  await tx.query({
    name: 'casework-insert-case',
    text: `INSERT INTO casework.case_file (id, code, query_code, title, text, channel_code, category_code, address,
             station_id, first_unit_id, first_unit_name, urgency, anonymous, resident_name, resident_phone,
             registered_by, registered_by_name, source_id, instance_id, received_at, search_terms,
             about_unit_id, about_unit_name, kind_code, sms_consent, owner_unit_id, owner_unit_name,
             campaign_code, historic_since, historic_reason, historic_at, resident_name_masked, resident_phone_masked,
             resident_phone_index, sealed_with, notice_version)
           VALUES ($1,$2,$3,$4,$5,$6,$7,$8,$9,$10,$11,$12,$13,$14,$15,$16,$17,$18,$19,$20,$21,$22,$23,$24,$25,$10,$11,$26,$27::text,$28,
             CASE WHEN $27::text IS NOT NULL THEN $20::timestamptz END,$29,$30,$31,$32,
             (SELECT id FROM casework.setting WHERE key = 'privacy-notice' AND id = $33::bigint))`,
    values: [
      file.id,
      file.code,
      file.queryCode,
      file.title,
      file.text,
      file.channelCode,
      file.categoryCode,
      file.address,
      file.stationId,
      file.firstUnitId,
      file.firstUnitName,
      file.urgency,
      file.anonymous,
      resident.resident_name,
      resident.resident_phone,
      file.registeredBy,
      file.registeredByName,
      file.sourceId,
      file.instanceId,
      file.receivedAt,
      file.searchTerms,
      file.aboutUnitId,
      file.aboutUnitName,
      file.kindCode,
      file.smsConsent,
      file.campaignCode,
      file.historicSince,
      file.historicReason,
      resident.resident_name_masked,
      resident.resident_phone_masked,
      resident.resident_phone_index,
      resident.sealed_with,
      file.notice,
    ],
  });
}

/** The case that a process instance belongs to, by the outermost instance of its calls. */
export interface CaseOfInstance {
  readonly id: string;
  readonly channelName: string;
  readonly firstUnitName: string;
  /** The unit that is complained of. */
  readonly aboutUnitId: string | null;
  /** Accounts that step aside (回避). */
  readonly recused: readonly string[];
  /** The process goes on beside the case's own. */
  readonly beside: boolean;
  readonly reopened: boolean;
  /** Something is told of it already. */
  readonly told: boolean;
}

/** Finds the case of a process; undefined when the process handles no case. */
export async function findCaseOfInstance(tx: Transaction, rootId: string): Promise<CaseOfInstance | undefined> {
  const [file] = await tx.query<CaseOfInstance>({
    name: 'casework-case-of-instance',
    text: `SELECT file.id, channel.name AS "channelName", first_unit_name AS "firstUnitName", about_unit_id AS "aboutUnitId", process.beside,
             reopened_at IS NOT NULL AS reopened, trail_seq > 0 AS told,
             ARRAY(SELECT account_id FROM casework.recusal WHERE recusal.case_id = file.id) AS recused
           FROM (SELECT id AS case_id, false AS beside FROM casework.case_file WHERE instance_id = $1
                 UNION ALL SELECT case_id, true FROM casework.side_process WHERE id = $1) process
             JOIN casework.case_file file ON file.id = process.case_id
             JOIN casework.channel ON channel.code = file.channel_code`,
    values: [rootId],
  });
  return file;
}

/** Until when the resident is to be spoken to, and how that was counted. */
export interface ContactTerm {
  readonly dueAt: Date;
  readonly calendarId: string;
  /** In the form of ISO 8601. */
  readonly duration: string;
  readonly since: Date;
}

/** What a step of the engine changes of a case; what is absent stays. */
export interface CaseChange {
  readonly level?: CaseLevel | undefined;
  readonly state?: CaseState | undefined;
  readonly closedAt?: Date | undefined;
  readonly returns?: number | undefined;
  /** How many to add. */
  readonly escalations?: number | undefined;
  readonly definition?: { readonly key: string; readonly version: number; readonly name: string } | undefined;
  /** The term of the first contact; one that runs stays. */
  readonly contact?: ContactTerm | undefined;
  /** What closing needs from now on. */
  readonly closingNeeds?: readonly ClosingNeed[] | undefined;
}

/** In the order of the statement. */
function changedValues(change: CaseChange): readonly unknown[] {
  const { level, state, closedAt, returns, escalations = 0, definition, contact, closingNeeds } = change;
  const { key, version, name } = definition ?? {};
  const term = [contact?.dueAt, contact?.calendarId, contact?.duration, contact?.since];
  return [level, state, closedAt, returns, escalations, key, version, name, closingNeeds, ...term];
}

/** Writes a change of a case. */
export async function changeCase(tx: Transaction, caseId: string, change: CaseChange): Promise<void> {
  if (Object.values(change).every((value) => value === undefined || value === 0)) return;
  await tx.query({
    name: 'casework-change-case',
    text: `UPDATE casework.case_file SET level = coalesce($2, level), state = coalesce($3, state),
             closed_at = coalesce($4, closed_at), returns = coalesce($5, returns), escalations = escalations + $6,
             definition_key = coalesce($7, definition_key), definition_version = coalesce($8, definition_version),
             definition_name = coalesce($9, definition_name), closing_needs = coalesce($10, closing_needs),
             contact_due_at = coalesce(contact_due_at, $11), contact_calendar = coalesce(contact_calendar, $12),
             contact_duration = coalesce(contact_duration, $13), contact_since = coalesce(contact_since, $14),
             contact_counted_at = coalesce(contact_counted_at, $14)
           WHERE id = $1`,
    values: [caseId, ...changedValues(change).map((value) => value ?? null)],
  });
  if (change.state !== undefined) await keepInvolvement(tx, caseId, change.state);
}

/** Lets the lists of those who see a case know of its state; with every change of it. */
export async function keepInvolvement(tx: Transaction, caseId: string, state: CaseState): Promise<void> {
  await tx.query({
    name: 'casework-involvement-state',
    text: 'UPDATE casework.involvement SET state = $2 WHERE case_id = $1',
    values: [caseId, state],
  });
}

/** Lets units, and those above them, see a case from now on. */
export async function involveUnits(tx: Transaction, caseId: string, unitIds: readonly string[]): Promise<void> {
  if (unitIds.length === 0) return;
  await tx.query({
    name: 'casework-involve',
    text: `INSERT INTO casework.involvement (unit_id, case_id, received_at, state)
           SELECT unit_id, file.id, file.received_at, file.state
           FROM unnest($2::text[]) AS unit_id, casework.case_file file WHERE file.id = $1
           ON CONFLICT DO NOTHING`,
    values: [caseId, [...new Set(unitIds)]],
  });
}
