import { Inject, Injectable } from '@nestjs/common';
import type { Logger } from 'pino';
import { auditActor, AuditTrail, type Principal } from '@lianban/identity';
import { UnitChanges, UnitFollowers, unitInUse, type UnitChange } from '@lianban/organisation';
import { LOGGER, throughPages } from '@lianban/platform';
import { ActLog } from '../acts/act-log.service.js';
import type { IdempotentRequest } from '../requests/idempotent-request.js';
import { IdempotencyService } from '../requests/idempotency.service.js';
import { trailActorOf } from '../trail/act-line.js';
import type { NewUnitChange } from './unit-change.js';

/** Changes units by day and lets what is with them follow; the worker goes on with what is not done. */
@Injectable()
export class UnitChangeService {
  readonly #idempotency: IdempotencyService;
  readonly #changes: UnitChanges;
  readonly #followers: UnitFollowers;
  readonly #audit: AuditTrail;
  readonly #days: ActLog;
  readonly #log: Logger;

  constructor(
    idempotency: IdempotencyService,
    changes: UnitChanges,
    followers: UnitFollowers,
    audit: AuditTrail,
    days: ActLog,
    @Inject(LOGGER) log: Logger,
  ) {
    this.#idempotency = idempotency;
    this.#changes = changes;
    this.#followers = followers;
    this.#audit = audit;
    this.#days = days;
    this.#log = log;
  }

  /**
   * Sets a change; at once if the day has begun. Whether the principal may is for the caller to say.
   *
   * @throws unit-unknown, unit-change-refused, unit-inside-itself, unit-in-use
   */
  async set(principal: Principal, unitId: string, draft: NewUnitChange, request?: IdempotentRequest): Promise<void> {
    const change = await this.#idempotency.transaction(request, async (tx) => {
      const { kind, day, reason } = draft;
      const after = afterOf(draft);
      if (after === null) await this.#requireNothingOpen(unitId);
      const setBy = { accountId: principal.accountId, ...trailActorOf(principal), name: principal.displayName };
      const set = await this.#changes.set(tx, { unitId, kind, day, after, reason, setBy });
      const subject = { type: 'unit', id: unitId };
      const entry = { actor: auditActor(principal), action: 'unit-change-set', subject, result: 'done' } as const;
      await this.#audit.append(tx, { ...entry, reason, detail: { kind, day, after } });
      return { ...set, setAt: set.setAt.toISOString() };
    });
    if (change.day <= this.#days.today()) await this.#carryOut({ ...change, setAt: new Date(change.setAt) });
  }

  /** Takes back what is still to come. @throws unit-change-unknown */
  async cancel(principal: Principal, unitId: string): Promise<void> {
    await this.#idempotency.transaction(undefined, async (tx) => {
      await this.#changes.cancel(tx, unitId);
      const subject = { type: 'unit', id: unitId };
      const actor = auditActor(principal);
      await this.#audit.append(tx, { actor, action: 'unit-change-cancelled', subject, result: 'done' });
    });
  }

  /** Does what is due; for the worker. Gives how many things followed. */
  async followUp(): Promise<number> {
    const today = this.#days.today();
    return await throughPages<UnitChange>({
      find: (after) => this.#changes.due(today, after),
      act: (change) => this.#carryOut(change),
      failed: (err, { unitId }) =>
        this.#log.warn({ err, unit: unitId }, 'a change of a unit cannot be carried out; tried again later'),
    });
  }

  async #carryOut(change: UnitChange): Promise<number> {
    if (change.appliedAt === null) {
      if (change.after === null) await this.#requireNothingOpen(change.unitId);
      await this.#idempotency.transaction(undefined, async (tx) => {
        if (!(await this.#changes.apply(tx, change))) return;
        const { unitId, kind, after, reason } = change;
        const subject = { type: 'unit', id: unitId };
        const entry = { actor: null, action: `unit-${kind}`, subject, result: 'done' } as const;
        await this.#audit.append(tx, { ...entry, reason, detail: { after } });
      });
    }
    const followed = await this.#followers.follow(change);
    if (followed === 0) await this.#changes.finish(change);
    return followed;
  }

  /** @throws unit-in-use */
  async #requireNothingOpen(unitId: string): Promise<void> {
    const open = (await this.#followers.thingsOf(unitId)).filter((thing) => thing.open);
    if (open.length > 0) throw unitInUse(unitId, open);
  }
}

function afterOf(draft: NewUnitChange): string | null {
  switch (draft.kind) {
    case 'renamed':
      return draft.name;
    case 'moved':
      return draft.parent;
    case 'closed':
      return draft.successor ?? null;
    case 'merged':
      return draft.successor;
  }
}
