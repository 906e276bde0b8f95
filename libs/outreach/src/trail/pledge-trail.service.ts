import { Injectable } from '@nestjs/common';
import { ActRunner, trailActorOf } from '@lianban/casework';
import { auditActor, AuditTrail, type Principal } from '@lianban/identity';
import { Database, type Transaction } from '@lianban/platform';
import type { PledgeLine } from '../pledges/pledge.js';
import { appendLines, linesOf } from './pledge-trail.sql.js';

/** What is told of an act on a pledge or on a review. */
export interface ToldAct {
  readonly subject: { readonly type: 'pledge' | 'pledge-review'; readonly id: string; readonly unitId: string };
  /** In the past tense, as `pledge-drafted`. */
  readonly kind: string;
  readonly opinion?: string | undefined;
  readonly detail?: Readonly<Record<string, unknown>>;
}

/** The course of pledges and their reviews: each act leaves a line that cannot be changed, and one in the audit trail. */
@Injectable()
export class PledgeTrail {
  readonly #database: Database;
  readonly #acts: ActRunner;
  readonly #audit: AuditTrail;

  constructor(database: Database, acts: ActRunner, audit: AuditTrail) {
    this.#database = database;
    this.#acts = acts;
    this.#audit = audit;
  }

  /** Writes lines of what follows from an act that is told itself. */
  async note(tx: Transaction, principal: Principal, acts: readonly ToldAct[]): Promise<void> {
    const at = this.#acts.now();
    await appendLines(
      tx,
      acts.map(({ subject, kind, opinion = null, detail = {} }) => ({
        ...{ subject: subject.id, kind, at, opinion, detail },
        actor: trailActorOf(principal, subject.unitId),
      })),
    );
  }

  /** Call it last: it holds the end of the audit trail until commit. What was said stays in the line alone. */
  async tell(tx: Transaction, principal: Principal, act: ToldAct): Promise<void> {
    await this.note(tx, principal, [act]);
    const { subject, kind } = act;
    const audited = { action: kind, subject: { type: subject.type, id: subject.id }, result: 'done' } as const;
    await this.#audit.append(tx, { actor: auditActor(principal), ...audited });
  }

  /** What was done, the earliest first. */
  async of(subjectId: string): Promise<PledgeLine[]> {
    return await linesOf(this.#database, subjectId);
  }
}
