import { Injectable } from '@nestjs/common';
import { ActRunner, isUuid, type IdempotentRequest } from '@lianban/casework';
import { AccessService, type Principal } from '@lianban/identity';
import type { Transaction } from '@lianban/platform';
import { PledgeTrail, type ToldAct } from '../trail/pledge-trail.service.js';
import { pledgeStageWrong, pledgeUnknown } from './pledge.errors.js';
import type { PledgeAct } from './pledge.js';
import { actsAt } from './pledge.rules.js';
import { lockPledge, type LockedPledge } from './pledge.sql.js';

/** What an act leaves in the trail of its pledge. */
type Told = Omit<ToldAct, 'subject'>;

/** Who does what to which pledge. */
interface AskedAct {
  readonly principal: Principal;
  readonly id: string;
  readonly act: PledgeAct;
  readonly request: IdempotentRequest | undefined;
}

/** What acts on a pledge have in common: the right, the stage, one transaction, once for each request, and a line. */
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
   * Acts on a pledge that is locked until the end of the transaction. Nothing is told where nothing was done.
   *
   * @throws permission-missing, outside-scope, pledge-unknown, pledge-stage-wrong
   */
  async on(
    { principal, id, act, request }: AskedAct,
    work: (tx: Transaction, pledge: LockedPledge) => Promise<Told | undefined>,
  ): Promise<void> {
    this.#access.require(principal, 'outreach.manage');
    const { paths } = this.#access.unitScope(principal, 'outreach.read');
    await this.#acts.run(request, async (tx) => {
      const pledge = isUuid(id) ? await lockPledge(tx, id, paths) : undefined;
      if (!pledge) throw pledgeUnknown(id);
      this.#access.requireIn(principal, 'outreach.manage', pledge.path);
      const possible = actsAt(pledge);
      if (!possible.includes(act)) throw pledgeStageWrong(act, possible);
      const told = await work(tx, pledge);
      if (told)
        await this.#trail.tell(tx, principal, { subject: { type: 'pledge', id, unitId: pledge.unitId }, ...told });
      return {};
    });
  }

  /** Begins a pledge; gives its id. */
  async begin(
    principal: Principal,
    request: IdempotentRequest | undefined,
    work: (tx: Transaction) => Promise<Told & { readonly id: string; readonly unitId: string }>,
  ): Promise<{ readonly id: string }> {
    return await this.#acts.run(request, async (tx) => {
      const { id, unitId, ...told } = await work(tx);
      await this.#trail.tell(tx, principal, { subject: { type: 'pledge', id, unitId }, ...told });
      return { id };
    });
  }
}
