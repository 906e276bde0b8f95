import { Injectable } from '@nestjs/common';
import { ActRunner, type IdempotentRequest } from '@lianban/casework';
import { AccessService, type Principal } from '@lianban/identity';
import { isUuid, type DomainError, type Transaction } from '@lianban/platform';
import { PledgeTrail, type ToldAct } from '../trail/pledge-trail.service.js';
import { pledgeStageWrong, pledgeUnknown } from './pledge.errors.js';
import type { PledgeAct } from './pledge.js';
import { actsAt } from './pledge.rules.js';
import { lockPledge, type LockedPledge } from './pledge.sql.js';

/** What an act leaves in the trail of what it is done to. */
export type Told = Omit<ToldAct, 'subject'>;

/** Who acts on which pledge or review. */
export interface AskedAct {
  readonly principal: Principal;
  readonly id: string;
  readonly request: IdempotentRequest | undefined;
}

/** How what an act is done to is found. */
interface Target<T> {
  readonly type: ToldAct['subject']['type'];
  readonly lock: (tx: Transaction, id: string, paths: readonly string[]) => Promise<T | undefined>;
  readonly unknown: (id: string) => DomainError;
}

/** What acts on pledges and reviews have in common: the right, one transaction, once for each request, and a line. */
@Injectable()
export class PledgeActs {
  readonly #acts: ActRunner;
  readonly #access: AccessService;
  readonly #trail: PledgeTrail;

  constructor(acts: ActRunner, access: AccessService, trail: PledgeTrail) {
    this.#acts = acts;
    this.#access = access;
    this.#trail = trail;
  }

  now(): Date {
    return this.#acts.now();
  }

  today(): string {
    return this.#acts.today();
  }

  /**
   * Acts on a pledge at a stage for it. Nothing is told where nothing was done.
   *
   * @throws permission-missing, outside-scope, pledge-unknown, pledge-stage-wrong
   */
  async on(
    { act, ...asked }: AskedAct & { readonly act: PledgeAct },
    work: (tx: Transaction, pledge: LockedPledge) => Promise<Told | undefined>,
  ): Promise<void> {
    const target = { type: 'pledge', lock: lockPledge, unknown: pledgeUnknown } as const;
    await this.onTarget(asked, target, async (tx, pledge) => {
      const possible = actsAt(pledge);
      if (!possible.includes(act)) throw pledgeStageWrong(act, possible);
      return await work(tx, pledge);
    });
  }

  /** Acts on what is locked until the end of the transaction. @throws permission-missing, outside-scope, what `unknown` gives */
  async onTarget<T extends { readonly unitId: string; readonly path: string }>(
    { principal, id, request }: AskedAct,
    { type, lock, unknown }: Target<T>,
    work: (tx: Transaction, target: T) => Promise<Told | undefined>,
  ): Promise<void> {
    this.#access.require(principal, 'outreach.manage');
    const { paths } = this.#access.unitScope(principal, 'outreach.read');
    await this.#acts.run(request, async (tx) => {
      const target = isUuid(id) ? await lock(tx, id, paths) : undefined;
      if (!target) throw unknown(id);
      this.#access.requireIn(principal, 'outreach.manage', target.path);
      const told = await work(tx, target);
      if (told) await this.#trail.tell(tx, principal, { subject: { type, id, unitId: target.unitId }, ...told });
      return {};
    });
  }

  /** Begins a pledge or a review; gives its id. */
  async begin(
    principal: Principal,
    request: IdempotentRequest | undefined,
    work: (tx: Transaction) => Promise<ToldAct>,
  ): Promise<{ readonly id: string }> {
    return await this.#acts.run(request, async (tx) => {
      const told = await work(tx);
      await this.#trail.tell(tx, principal, told);
      return { id: told.subject.id };
    });
  }
}
