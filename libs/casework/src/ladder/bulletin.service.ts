import { Injectable } from '@nestjs/common';
import { EngineCalendars } from '@lianban/engine';
import type { Principal } from '@lianban/identity';
import { Database, pageOf, type Page, type Transaction } from '@lianban/platform';
import { ActRunner } from '../acts/act-runner.service.js';
import { lockCase } from '../cases/case-record.sql.js';
import type { IdempotentRequest } from '../requests/idempotent-request.js';
import { isUuid } from '../page-mark.js';
import { trailActorOf } from '../trail/act-line.js';
import type { Bulletin, BulletinIssue, BulletinQuery } from './bulletin.js';
import { acknowledgeBulletin, decideBulletin, findBulletin, findBulletins, type BulletinRow } from './bulletin.sql.js';
import { bulletinStateWrong, bulletinUnknown } from './ladder.errors.js';
import { wakeLadder } from './ladder-watch.sql.js';
import { OutcomeAccess, outcomeMark } from './outcome-access.service.js';
import type { Acknowledgement, Dropping } from './outcome.js';

/** Bulletins (通报): drafted by the ladder, checked, edited and issued by who supervises, acknowledged by the unit. */
@Injectable()
export class BulletinService {
  readonly #database: Database;
  readonly #access: OutcomeAccess;
  readonly #acts: ActRunner;
  readonly #calendars: EngineCalendars;

  constructor(database: Database, access: OutcomeAccess, acts: ActRunner, calendars: EngineCalendars) {
    this.#database = database;
    this.#access = access;
    this.#acts = acts;
    this.#calendars = calendars;
  }

  /** One page of the bulletins that one may see, the newest first. @throws permission-missing, cursor-invalid */
  async list(principal: Principal, query: BulletinQuery): Promise<Page<Bulletin>> {
    const scope = this.#access.scopeOf(principal);
    const rows = await findBulletins(this.#database, scope, {
      unit: query.unit ?? null,
      state: query.state ?? null,
      from: query.from ?? null,
      to: query.to ?? null,
      timeZone: this.#calendars.timeZone,
      after: outcomeMark(query.after),
      limit: query.limit + 1,
    });
    const page = pageOf(rows, query.limit, ({ id }) => [id]);
    return { items: page.items.map((row) => this.#viewOf(principal, row)), next: page.next };
  }

  /** Issues a draft in the words that were checked. @throws permission-missing, outside-scope, bulletin-unknown, bulletin-state-wrong */
  async issue(principal: Principal, id: string, words: BulletinIssue, request?: IdempotentRequest): Promise<void> {
    const bulletin = await this.#draftOf(principal, id);
    await this.#act(bulletin, 'a draft', request, async (tx) => {
      const by = this.#signature(principal);
      if (!(await decideBulletin(tx, id, by, { words }))) return false;
      const unit = bulletin.unit;
      const actor = trailActorOf(principal);
      const line = { at: by.at, kind: 'bulletin', title: '通报', actor, unit, opinion: words.text } as const;
      await this.#acts.tell(tx, bulletin.caseId, { ...line, detail: { reason: words.title } });
      const told = { kind: 'bulletin', unit, step: '被通报，请签收' } as const;
      const notices = [{ ...told, units: [bulletin.unitId], above: [bulletin.unitId] }];
      await this.#acts.notify(tx, bulletin.caseId, notices, principal.accountId);
      await tx.query(wakeLadder(bulletin.caseId, by.at));
      return true;
    });
  }

  /** Leaves a draft out for a reason. @throws as issue */
  async drop(principal: Principal, id: string, { opinion }: Dropping, request?: IdempotentRequest): Promise<void> {
    const bulletin = await this.#draftOf(principal, id);
    await this.#act(bulletin, 'a draft', request, async (tx) => {
      const by = this.#signature(principal);
      if (!(await decideBulletin(tx, id, by, { reason: opinion }))) return false;
      const line = { at: by.at, kind: 'bulletin', title: '不予通报', opinion, unit: bulletin.unit } as const;
      await this.#acts.tell(tx, bulletin.caseId, { ...line, actor: trailActorOf(principal) });
      return true;
    });
  }

  /** The unit has read it; by who answers for it. @throws permission-missing, not-their-head, bulletin-unknown, bulletin-state-wrong */
  async acknowledge(
    principal: Principal,
    id: string,
    { opinion }: Acknowledgement,
    request?: IdempotentRequest,
  ): Promise<void> {
    const bulletin = await this.#get(principal, id);
    this.#access.requireHead(principal, { id: bulletin.unitId, name: bulletin.unit });
    await this.#act(bulletin, 'issued', request, async (tx) => {
      const by = this.#signature(principal);
      if (!(await acknowledgeBulletin(tx, id, by, opinion))) return false;
      const line = { at: by.at, kind: 'bulletin', title: '签收通报', unit: bulletin.unit } as const;
      const actor = trailActorOf(principal, bulletin.unitId);
      await this.#acts.tell(tx, bulletin.caseId, { ...line, actor, ...(opinion && { opinion }) });
      return true;
    });
  }

  async #act(
    { id, caseId, state }: BulletinRow,
    expected: string,
    request: IdempotentRequest | undefined,
    act: (tx: Transaction) => Promise<boolean>,
  ): Promise<void> {
    await this.#acts.run(request, async (tx) => {
      await lockCase(tx, caseId);
      if (!(await act(tx))) throw bulletinStateWrong(state, expected);
      return { id };
    });
  }

  async #draftOf(principal: Principal, id: string): Promise<BulletinRow> {
    this.#access.requireOrders(principal);
    const bulletin = await this.#get(principal, id);
    await this.#access.requireGiver(principal, bulletin.unitId);
    return bulletin;
  }

  async #get(principal: Principal, id: string): Promise<BulletinRow> {
    const scope = this.#access.scopeOf(principal);
    const bulletin = isUuid(id) ? await findBulletin(this.#database, scope, id) : undefined;
    if (!bulletin) throw bulletinUnknown(id);
    return bulletin;
  }

  #signature({ accountId, displayName }: Principal) {
    return { id: accountId, name: displayName, at: this.#acts.now() };
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
