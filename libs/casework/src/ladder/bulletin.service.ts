import { Injectable } from '@nestjs/common';
import type { Principal } from '@lianban/identity';
import type { Page } from '@lianban/platform';
import type { IdempotentRequest } from '../requests/idempotent-request.js';
import type { Bulletin, BulletinIssue, BulletinQuery } from './bulletin.js';
import { bulletins, decideBulletin, type BulletinRow } from './bulletin.sql.js';
import { wakeLadder } from './ladder-watch.sql.js';
import { OutcomeAccess } from './outcome-access.service.js';
import type { Acknowledgement, Dropping } from './outcome.js';
import { Outcomes } from './outcomes.service.js';

/** Bulletins (通报): drafted by the ladder, checked, edited and issued by who supervises, acknowledged by the unit. */
@Injectable()
export class BulletinService {
  readonly #outcomes: Outcomes;
  readonly #access: OutcomeAccess;

  constructor(outcomes: Outcomes, access: OutcomeAccess) {
    this.#outcomes = outcomes;
    this.#access = access;
  }

  /** One page of the bulletins that one may see, the newest first. @throws permission-missing, cursor-invalid */
  async list(principal: Principal, { state, ...query }: BulletinQuery): Promise<Page<Bulletin>> {
    const filter = { ...query, states: state ? [state] : null, mendBefore: null };
    const { items, next } = await this.#outcomes.page(principal, bulletins, filter);
    return { items: items.map((row) => this.#viewOf(principal, row)), next };
  }

  /** One that the person may see. @throws permission-missing, bulletin-unknown */
  async get(principal: Principal, id: string): Promise<Bulletin> {
    return this.#viewOf(principal, await this.#outcomes.get(principal, bulletins, id));
  }

  /** Issues a draft in the words that were checked. @throws permission-missing, outside-scope, bulletin-unknown, bulletin-state-wrong */
  async issue(principal: Principal, id: string, words: BulletinIssue, request?: IdempotentRequest): Promise<void> {
    const bulletin = await this.#outcomes.ordered(principal, bulletins, id);
    const detail = { reason: words.title };
    const act = { title: '通报', opinion: words.text, expected: 'a draft', detail, told: '被通报，请签收' };
    await this.#outcomes.act(principal, bulletins, bulletin, { act, request }, async (tx, by) => {
      if (!(await decideBulletin(tx, id, by, { words }))) return false;
      await tx.query(wakeLadder(bulletin.caseId, by.at));
      return true;
    });
  }

  /** Leaves a draft out for a reason. @throws as issue */
  async drop(principal: Principal, id: string, { opinion }: Dropping, request?: IdempotentRequest): Promise<void> {
    const bulletin = await this.#outcomes.ordered(principal, bulletins, id);
    const act = { title: '不予通报', opinion, expected: 'a draft' };
    await this.#outcomes.act(principal, bulletins, bulletin, { act, request }, (tx, by) =>
      decideBulletin(tx, id, by, { reason: opinion }),
    );
  }

  /** The unit has read it; by who answers for it. @throws permission-missing, not-their-head, bulletin-unknown, bulletin-state-wrong */
  async acknowledge(
    principal: Principal,
    id: string,
    { opinion }: Acknowledgement,
    request?: IdempotentRequest,
  ): Promise<void> {
    await this.#outcomes.acknowledge(principal, bulletins, id, { opinion, title: '签收通报', request });
  }

  #viewOf(principal: Principal, { path, ...row }: BulletinRow): Bulletin {
    return {
      ...row,
      draftedAt: row.draftedAt.toISOString(),
      decidedAt: row.decidedAt?.toISOString() ?? null,
      acknowledgedAt: row.acknowledgedAt?.toISOString() ?? null,
      canDecide: row.state === 'draft' && this.#access.mayOrder(principal, path),
      canAcknowledge: row.state === 'issued' && this.#access.isHead(principal, row.unitId),
    };
  }
}
