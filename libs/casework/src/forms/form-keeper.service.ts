import { Inject, Injectable } from '@nestjs/common';
import { readForm, type Form } from '@lianban/bpmn';
import { AccessService, auditActor, AuditTrail, type Principal } from '@lianban/identity';
import { CLOCK, Database, pageOf, textMark, type Clock, type Page, type Transaction } from '@lianban/platform';
import type { IdempotentRequest } from '../requests/idempotent-request.js';
import { IdempotencyService } from '../requests/idempotency.service.js';
import { formChanged, formExists, formRefused, formUnknown } from './form.errors.js';
import { findForm, formHistory, formKeys, insertForm, latestForms } from './form.sql.js';
import type { FormChange, FormDraft, FormVersion, FormView } from './form.js';

/** The forms that steps of diagrams may name. A version never changes; what is changed is a new one. */
@Injectable()
export class FormKeeper {
  readonly #idempotency: IdempotencyService;
  readonly #database: Database;
  readonly #access: AccessService;
  readonly #audit: AuditTrail;
  readonly #clock: Clock;

  constructor(
    idempotency: IdempotencyService,
    database: Database,
    access: AccessService,
    audit: AuditTrail,
    @Inject(CLOCK) clock: Clock,
  ) {
    this.#idempotency = idempotency;
    this.#database = database;
    this.#access = access;
    this.#audit = audit;
    this.#clock = clock;
  }

  /** The latest version of every form, by key. @throws permission-missing, cursor-invalid */
  async list(
    principal: Principal,
    { limit, after }: { readonly limit: number; readonly after?: string | undefined },
  ): Promise<Page<FormVersion>> {
    this.#access.require(principal, 'workflow.read');
    const rows = await latestForms(this.#database, textMark(after) ?? '', limit + 1);
    return pageOf(rows, limit, (form) => [form.key]);
  }

  /** What diagrams may name. */
  async names(): Promise<{ readonly id: string; readonly name: string }[]> {
    return await formKeys(this.#database);
  }

  /** The versions of a form, the newest first, 100 at most. @throws permission-missing, form-unknown */
  async history(principal: Principal, key: string): Promise<FormVersion[]> {
    this.#access.require(principal, 'workflow.read');
    const versions = await formHistory(this.#database, key);
    if (versions.length === 0) throw formUnknown(key);
    return versions;
  }

  /** One version of a form, the latest by default. @throws permission-missing, form-unknown */
  async get(principal: Principal, key: string, version?: number): Promise<FormView> {
    this.#access.require(principal, 'workflow.read');
    const form = await findForm(this.#database, key, version);
    if (!form) throw formUnknown(key, version);
    return form;
  }

  /** Makes a form. @throws permission-missing, form-refused, form-exists */
  async create(principal: Principal, { name, content }: FormDraft, request?: IdempotentRequest): Promise<FormView> {
    this.#access.require(principal, 'workflow.deploy');
    const form = formOf(content);
    return await this.#idempotency.transaction(request, async (tx) => {
      return await this.#write(tx, principal, { form, name, version: 1 }, () => formExists(form.id));
    });
  }

  /**
   * Makes the next version. Tasks that are open keep the one that they show.
   *
   * @throws permission-missing, form-refused, form-unknown, form-changed
   */
  async change(
    principal: Principal,
    key: string,
    { name, content, from }: FormChange,
    request?: IdempotentRequest,
  ): Promise<FormView> {
    this.#access.require(principal, 'workflow.deploy');
    const form = formOf({ ...content, id: key });
    return await this.#idempotency.transaction(request, async (tx) => {
      const latest = await findForm(tx, key);
      if (!latest) throw formUnknown(key);
      if (latest.version !== from) throw formChanged(key, latest.version);
      const version = latest.version + 1;
      return await this.#write(tx, principal, { form, name, version }, () => formChanged(key, version));
    });
  }

  async #write(
    tx: Transaction,
    principal: Principal,
    { form, name, version }: { readonly form: Form; readonly name: string; readonly version: number },
    taken: () => Error,
  ): Promise<FormView> {
    const by = { at: this.#clock.now(), id: principal.accountId, name: principal.displayName };
    if (!(await insertForm(tx, { key: form.id, version, name, content: form }, by))) throw taken();
    await this.#audit.append(tx, {
      actor: auditActor(principal),
      action: version === 1 ? 'form-created' : 'form-changed',
      subject: { type: 'form', id: form.id },
      result: 'done',
      detail: { version, name },
    });
    return { key: form.id, version, name, content: form, madeAt: by.at.toISOString(), madeBy: by.name };
  }
}

/** @throws form-refused */
function formOf(content: FormDraft['content']): Form {
  const { form, problems } = readForm(content);
  if (!form) throw formRefused(problems);
  return form;
}
