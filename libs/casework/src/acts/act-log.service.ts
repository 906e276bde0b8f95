import { Inject, Injectable } from '@nestjs/common';
import type { Principal } from '@lianban/identity';
import { CLOCK, CONFIG, type Clock, type Config, type Transaction } from '@lianban/platform';
import { localDay } from '../cases/case.rules.js';
import type { Step } from '../tasks/step.js';
import { insertAct, type ActRow } from './act.sql.js';

/** What is kept of an act beside who did it, when and to what. */
type Noted = Pick<ActRow, 'kind' | 'opinion' | 'reasonCode' | 'days' | 'dueBefore' | 'dueAfter' | 'until'>;

/** Who acts: a person of the staff, or somebody without an account. */
export type Doer = Principal | { readonly name: string };

/** Keeps the acts on cases, and knows what time and day it is where they are done. */
@Injectable()
export class ActLog {
  readonly #clock: Clock;
  readonly #timeZone: string;

  constructor(@Inject(CLOCK) clock: Clock, @Inject(CONFIG) config: Pick<Config, 'timeZone'>) {
    this.#clock = clock;
    this.#timeZone = config.timeZone;
  }

  now(): Date {
    return this.#clock.now();
  }

  today(): string {
    return localDay(this.#clock.now(), this.#timeZone);
  }

  async append(tx: Transaction, by: Doer, step: Step, act: Noted): Promise<void> {
    const who = 'accountId' in by ? { accountId: by.accountId, accountName: by.displayName } : { accountName: by.name };
    await insertAct(tx, {
      ...act,
      ...who,
      caseId: step.caseId,
      instanceId: step.instanceId,
      key: step.termKey,
      at: this.now(),
      day: this.today(),
    });
  }
}
