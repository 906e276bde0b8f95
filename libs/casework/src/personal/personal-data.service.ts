import { Inject, Injectable } from '@nestjs/common';
import {
  AccessService,
  auditActor,
  AuditTrail,
  maskForStaff,
  type AuditDraft,
  type AuditEntry,
  type Principal,
} from '@lianban/identity';
import { CLOCK, Database, isUuid, type Clock, type DomainError, type Transaction } from '@lianban/platform';
import { actLimit } from '../acts/act-limit.sql.js';
import { CaseAccess } from '../cases/case-access.js';
import { findCase } from '../cases/case-record.sql.js';
import { findCaseRowByCode } from '../cases/case-row.sql.js';
import { caseUnknown } from '../casework.errors.js';
import { openResident } from '../sealing/resident.sql.js';
import { seesResident } from './sees-resident.js';
import { reveals } from './personal-numbers.js';
import { personalDataClosed, residentUnnamed, revealedTooOften } from './personal-data.errors.js';
import {
  revealed,
  type PersonalData,
  type PersonalDataReading,
  type PersonalDataReadings,
  type Reveal,
} from './personal-data.js';

const hour = 3_600_000;

/**
 * Who the resident is, shown to who has to know it, for a reason that they give, and only so often: everywhere else it is
 * masked (PIPL, 个人信息保护法, art. 6, 51, 54). Who looked stays in the audit trail.
 */
@Injectable()
export class PersonalDataService {
  readonly #database: Database;
  readonly #access: AccessService;
  readonly #cases: CaseAccess;
  readonly #audit: AuditTrail;
  readonly #clock: Clock;

  constructor(
    database: Database,
    access: AccessService,
    cases: CaseAccess,
    audit: AuditTrail,
    @Inject(CLOCK) clock: Clock,
  ) {
    this.#database = database;
    this.#access = access;
    this.#cases = cases;
    this.#audit = audit;
    this.#clock = clock;
  }

  /**
   * Who the resident is; each call about a case is recorded, also where nothing is shown and where they may not even
   * know of it.
   *
   * @param ip address from which it is asked
   * @throws permission-missing, case-unknown, personal-data-closed, resident-unnamed, revealed-too-often
   */
  async reveal(principal: Principal, caseId: string, { reason }: Reveal, ip?: string): Promise<PersonalData> {
    this.#access.require(principal, 'case.read-personal');
    this.#access.require(principal, 'case.read');
    const answer = await this.#database.transaction(async (tx) => {
      const readable = await this.#cases.mayRead(principal, caseId, tx);
      if (!readable && !(isUuid(caseId) && (await findCase(tx, caseId)))) throw caseUnknown(caseId);
      const refusal = readable ? await this.#refusal(tx, principal) : caseUnknown(caseId);
      const data = refusal ?? (await this.#residentOf(tx, principal, caseId));
      const subject = { type: 'case', id: caseId };
      const draft: AuditDraft = {
        stream: 'personal-data',
        actor: auditActor(principal),
        action: revealed,
        subject,
        reason: maskForStaff(reason),
        result: refusal && readable ? 'refused' : data instanceof Error ? 'failed' : 'done',
        ...(ip !== undefined && { ip }),
      };
      await this.#audit.append(tx, draft);
      tx.afterCommit(() => reveals.inc({ result: draft.result }));
      return data;
    });
    if (answer instanceof Error) throw answer; // after the commit, so that the refusal is in the trail
    return answer;
  }

  /** Who looked, the newest first; for who supervises. @throws permission-missing, case-unknown */
  async readings(principal: Principal, caseId: string): Promise<PersonalDataReading[]> {
    this.#access.require(principal, 'supervision.read');
    await this.#cases.require(principal, caseId);
    return (await this.#audit.about({ type: 'case', id: caseId }, revealed)).map(readingOf);
  }

  /**
   * Who looked at a case, by its code; for who audits, who learns nothing of the case itself. That they asked is recorded.
   *
   * @throws permission-missing, case-unknown
   */
  async readingsOf(principal: Principal, code: string): Promise<PersonalDataReadings> {
    this.#access.require(principal, 'audit.read');
    const file = await findCaseRowByCode(this.#database, code);
    if (!file) throw caseUnknown(code);
    const entries = await this.#audit.about({ type: 'case', id: file.id }, revealed);
    const readings = entries.map((entry) => ({
      ...readingOf(entry),
      role: entry.actor?.role ?? '',
      ip: entry.ip,
      entry: entry.seq,
    }));
    const asked = { actor: auditActor(principal), action: 'readings-audited', subject: { type: 'case', id: file.id } };
    await this.#database.transaction((tx) => this.#audit.append(tx, { ...asked, stream: 'audit', result: 'done' }));
    return { code, readings };
  }

  async #residentOf(tx: Transaction, principal: Principal, caseId: string): Promise<PersonalData | DomainError> {
    const { unitIds } = this.#access.unitScope(principal, 'case.read-personal');
    const [row] = await tx.query<{ name: string | null; phone: string | null; anonymous: boolean; open: boolean }>({
      name: 'casework-resident',
      text: `SELECT resident_name AS name, resident_phone AS phone, anonymous,
               ${seesResident('file', '$2', '$3')} AS open
             FROM casework.case_file file WHERE id = $1`,
      values: [caseId, principal.accountId, unitIds],
    });
    if (row?.open !== true) return personalDataClosed();
    if (row.anonymous || row.name === null) return residentUnnamed();
    const { name, phone } = openResident(tx, caseId, row);
    return name === null ? residentUnnamed() : { name, phone };
  }

  /** One account after the other: two calls at once must not both be the last that is allowed. */
  async #refusal(tx: Transaction, { accountId }: Principal): Promise<DomainError | undefined> {
    const lock = `casework.personal-data/${accountId}`;
    await tx.query({ text: 'SELECT pg_advisory_xact_lock(hashtext($1))', values: [lock] });
    const since = new Date(this.#clock.now().getTime() - hour);
    const most = await actLimit(tx, 'reveals-an-hour');
    const times = await this.#audit.countOf(tx, { accountId, action: revealed, since });
    return times < most ? undefined : revealedTooOften(most);
  }
}

function readingOf({ at, actor, reason, result }: AuditEntry): PersonalDataReading {
  return {
    at: at.toISOString(),
    by: actor?.name ?? '',
    unit: actor?.unit ?? '',
    reason: reason ?? '',
    seen: result === 'done',
  };
}
