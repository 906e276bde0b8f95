import { createHash } from 'node:crypto';
import { Injectable } from '@nestjs/common';
import { AccessService, auditActor, AuditTrail, type Principal, type UnitScope } from '@lianban/identity';
import { UnitService } from '@lianban/organisation';
import { Database, isUuid, newId } from '@lianban/platform';
import { ActRunner } from '../acts/act-runner.service.js';
import type { IdempotentRequest } from '../requests/idempotent-request.js';
import { screenLinkEnded, screenLinkRefused, screenLinkUnknown } from './screen.errors.js';
import type { ScreenLink, ScreenLinkDraft } from './screen-link.js';
import { endLink, insertLink, screenLinks, unitOfToken } from './screen-link.sql.js';

const dayMs = 86_400_000;
/** A forgotten link ends by itself. Days. */
const longest = 366;

/** Links by which screens in halls read figures without anybody's session; administrators make and end them. */
@Injectable()
export class ScreenLinks {
  readonly #database: Database;
  readonly #access: AccessService;
  readonly #acts: ActRunner;
  readonly #audit: AuditTrail;
  readonly #units: UnitService;

  constructor(database: Database, access: AccessService, acts: ActRunner, audit: AuditTrail, units: UnitService) {
    this.#database = database;
    this.#access = access;
    this.#acts = acts;
    this.#audit = audit;
    this.#units = units;
  }

  /** Links, the newest first, also ended ones. @throws permission-missing */
  async list(principal: Principal): Promise<ScreenLink[]> {
    this.#access.require(principal, 'system.manage');
    return await screenLinks(this.#database);
  }

  /** @throws permission-missing, outside-scope, unit-unknown, screen-link-refused */
  async make(principal: Principal, draft: ScreenLinkDraft, request?: IdempotentRequest): Promise<{ id: string }> {
    const { name, until } = draft;
    const unit = await this.#units.get(draft.unit);
    this.#access.requireIn(principal, 'system.manage', unit.path);
    if (unit.validTo) throw screenLinkRefused('unit', 'the unit has ended', '该单位已撤销');
    const today = this.#acts.today();
    const last = new Date(Date.parse(today) + longest * dayMs).toISOString().slice(0, 10);
    if (until < today || until > last)
      throw screenLinkRefused(
        'until',
        `expected a day from ${today} to ${last}`,
        `截止日期应在 ${today} 至 ${last} 之间`,
      );
    return await this.#acts.run(request, async (tx) => {
      const id = newId();
      const by = { id: principal.accountId, name: principal.displayName };
      const tokenHash = hashOf(draft.token);
      const link = { id, name, unitId: unit.id, tokenHash, until, by, at: this.#acts.now() };
      if (!(await insertLink(tx, link)))
        throw screenLinkRefused('token', 'another link has it; make a new one', '口令已被使用，请重新生成');
      await this.#audit.append(tx, {
        actor: auditActor(principal),
        action: 'screen-link-made',
        subject: { type: 'screen-link', id },
        result: 'done',
        detail: { name, unit: unit.id, until },
      });
      return { id };
    });
  }

  /** A screen that shows it says within a minute that the link works no more. @throws permission-missing, screen-link-unknown */
  async end(principal: Principal, id: string): Promise<void> {
    this.#access.require(principal, 'system.manage');
    if (!isUuid(id)) throw screenLinkUnknown(id);
    await this.#acts.run(undefined, async (tx) => {
      const by = { name: principal.displayName, at: this.#acts.now() };
      if (!(await endLink(tx, id, by))) throw screenLinkUnknown(id);
      const subject = { type: 'screen-link', id };
      const entry = { action: 'screen-link-ended', subject, result: 'done' } as const;
      await this.#audit.append(tx, { actor: auditActor(principal), ...entry });
    });
  }

  /** The units whose figures a token reads. @throws screen-link-ended */
  async scopeOf(token: string): Promise<UnitScope> {
    const unit = await unitOfToken(this.#database, hashOf(token), this.#acts.today());
    if (!unit) throw screenLinkEnded();
    return { paths: [unit.path], unitIds: [unit.id] };
  }
}

/** Only this is kept: a copy of the database opens no screen. */
function hashOf(token: string): Buffer {
  return createHash('sha256').update(token).digest();
}
