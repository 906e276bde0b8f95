import { Injectable } from '@nestjs/common';
import {
  AccessService,
  auditActor,
  AuditTrail,
  type AuditEntry,
  type AuditFilter,
  type Principal,
} from '@lianban/identity';
import {
  Database,
  decodeCursor,
  isMarkInstant,
  isMarkNumber,
  isUuid,
  pageMarkInvalid,
  pageOf,
  type Page,
} from '@lianban/platform';
import { findCaseRowByCode } from '../cases/case-row.sql.js';
import { caseUnknown } from '../casework.errors.js';

/** Which entries of the trail are asked for; a case by its code. */
export interface AuditQuery extends Omit<AuditFilter, 'subject'> {
  readonly case?: string | undefined;
}

/** An entry as an auditor reads it: what it is about is named by the code that people know. */
export interface AuditLine extends AuditEntry {
  readonly caseCode: string | null;
}

/** Most entries in one file. */
export const mostExported = 20_000;

/** Looks in the audit trail, for who audits. It tells nothing of a case but its code. */
@Injectable()
export class AuditSearch {
  constructor(
    private readonly database: Database,
    private readonly access: AccessService,
    private readonly trail: AuditTrail,
  ) {}

  /** The newest first. @throws permission-missing, case-unknown, cursor-invalid */
  async list(
    principal: Principal,
    query: AuditQuery,
    { limit, after }: { readonly limit: number; readonly after?: string | undefined },
  ): Promise<Page<AuditLine>> {
    this.access.require(principal, 'audit.read');
    const entries = await this.trail.search(await this.#filterOf(query), { before: placeOf(after), limit: limit + 1 });
    const { items, next } = pageOf(entries, limit, ({ at, stream, seq }) => [at.toISOString(), stream, seq]);
    return { items: await this.#named(items), next };
  }

  /** Everything that is found, as far as a file goes; that it was taken out is recorded. @throws permission-missing, case-unknown */
  async export(principal: Principal, query: AuditQuery, ip: string): Promise<AuditLine[]> {
    this.access.require(principal, 'audit.read');
    const filter = await this.#filterOf(query);
    const entries = await this.trail.search(filter, { before: undefined, limit: mostExported });
    const { case: caseCode, from, until, ...asked } = query;
    const detail = {
      ...asked,
      caseCode,
      from: from?.toISOString(),
      until: until?.toISOString(),
      entries: entries.length,
    };
    const draft = {
      stream: 'audit',
      actor: auditActor(principal),
      action: 'audit-exported',
      result: 'done',
      detail,
      ip,
    } as const;
    await this.database.transaction((tx) => this.trail.append(tx, draft));
    return await this.#named(entries);
  }

  async #filterOf({ case: code, ...filter }: AuditQuery): Promise<AuditFilter> {
    if (code === undefined) return filter;
    const file = await findCaseRowByCode(this.database, code);
    if (!file) throw caseUnknown(code);
    return { ...filter, subject: { type: 'case', id: file.id } };
  }

  async #named(entries: readonly AuditEntry[]): Promise<AuditLine[]> {
    const ids = entries.flatMap(({ subject }) => (subject?.type === 'case' ? [subject.id] : []));
    const rows = await this.database.query<{ id: string; code: string }>({
      name: 'casework-codes-of-cases',
      text: 'SELECT id, code FROM casework.case_file WHERE id = ANY ($1::uuid[])',
      values: [[...new Set(ids.filter(isUuid))]],
    });
    const codes = new Map(rows.map(({ id, code }) => [id, code]));
    return entries.map((entry) => ({ ...entry, caseCode: codes.get(entry.subject?.id ?? '') ?? null }));
  }
}

/** @throws cursor-invalid */
function placeOf(after: string | undefined): { at: string; stream: string; seq: number } | undefined {
  if (after === undefined) return undefined;
  const [at, stream, seq] = decodeCursor(after);
  if (isMarkInstant(at) && typeof stream === 'string' && isMarkNumber(seq)) return { at, stream, seq };
  throw pageMarkInvalid();
}
