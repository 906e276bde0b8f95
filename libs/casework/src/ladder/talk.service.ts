import { Injectable } from '@nestjs/common';
import { EngineCalendars } from '@lianban/engine';
import type { Principal } from '@lianban/identity';
import { Database, pageOf, type Page, type Transaction } from '@lianban/platform';
import { ActRunner } from '../acts/act-runner.service.js';
import { localDay } from '../cases/case.rules.js';
import { lockCase } from '../cases/case-record.sql.js';
import type { IdempotentRequest } from '../requests/idempotent-request.js';
import { isUuid } from '../page-mark.js';
import { trailActorOf } from '../trail/act-line.js';
import type { TrailActor } from '../trail/trail-entry.js';
import type { Signature } from './bulletin.sql.js';
import { talkDateWrong, talkStateWrong, talkUnknown } from './ladder.errors.js';
import { OutcomeAccess, outcomeMark } from './outcome-access.service.js';
import type { Acknowledgement, Dropping } from './outcome.js';
import type { Talk, TalkQuery, TalkRecord } from './talk.js';
import { acknowledgeTalk, endTalk, findTalk, findTalks, recordTalk, type TalkRow } from './talk.sql.js';

/** What an act on a talk leaves in the history, and which state it needed. */
interface TalkAct {
  readonly title: string;
  readonly opinion: string;
  readonly expected: string;
  readonly detail?: Readonly<Record<string, unknown>>;
  /** What the people of the unit are told. */
  readonly told?: string;
}

/** Talks (约谈) with heads of units: planned by the system, held by who supervises, acknowledged, and mended by a day. */
@Injectable()
export class TalkService {
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

  /** One page of the talks that one may see, the newest first. @throws permission-missing, cursor-invalid */
  async list(principal: Principal, query: TalkQuery): Promise<Page<Talk>> {
    const scope = this.#access.scopeOf(principal);
    const rows = await findTalks(this.#database, scope, {
      unit: query.unit ?? null,
      state: query.state ?? null,
      from: query.from ?? null,
      to: query.to ?? null,
      timeZone: this.#calendars.timeZone,
      today: this.#today(),
      after: outcomeMark(query.after),
      limit: query.limit + 1,
    });
    const page = pageOf(rows, query.limit, ({ id }) => [id]);
    return { items: page.items.map((row) => this.#viewOf(principal, row)), next: page.next };
  }

  /** Keeps what came of a talk. @throws permission-missing, outside-scope, talk-unknown, talk-state-wrong, talk-date-wrong */
  async hold(principal: Principal, id: string, record: TalkRecord, request?: IdempotentRequest): Promise<void> {
    const talk = await this.#conducted(principal, id);
    const heldAt = new Date(record.heldAt);
    if (heldAt > this.#acts.now()) throw talkDateWrong('heldAt', '约谈时间不能晚于现在');
    if (record.mendBy < localDay(heldAt, this.#calendars.timeZone))
      throw talkDateWrong('mendBy', '整改期限不能早于约谈当天');
    const detail = { reason: `参加人：${record.attended}；整改期限：${record.mendBy}` };
    const told = `已被约谈，${record.mendBy} 前整改，请签收`;
    const act = { title: '约谈', opinion: record.agreed, expected: 'planned', detail, told };
    await this.#act(principal, talk, act, request, (tx, by) => recordTalk(tx, id, by, record));
  }

  /** Leaves a talk out before it is held. @throws permission-missing, outside-scope, talk-unknown, talk-state-wrong */
  async drop(principal: Principal, id: string, { opinion }: Dropping, request?: IdempotentRequest): Promise<void> {
    const talk = await this.#conducted(principal, id);
    const act = { title: '取消约谈', opinion, expected: 'planned' };
    const ending = { state: 'dropped', ending: opinion } as const;
    await this.#act(principal, talk, act, request, (tx, by) => endTalk(tx, id, by, ending));
  }

  /** What was found is mended. @throws permission-missing, outside-scope, talk-unknown, talk-state-wrong */
  async mend(principal: Principal, id: string, { opinion }: Dropping, request?: IdempotentRequest): Promise<void> {
    const talk = await this.#conducted(principal, id);
    const act = { title: '整改销号', opinion, expected: 'held', told: '的整改已销号' };
    const ending = { state: 'mended', ending: opinion } as const;
    await this.#act(principal, talk, act, request, (tx, by) => endTalk(tx, id, by, ending));
  }

  /** The unit has read it; by who answers for it. @throws permission-missing, not-their-head, talk-unknown, talk-state-wrong */
  async acknowledge(
    principal: Principal,
    id: string,
    { opinion }: Acknowledgement,
    request?: IdempotentRequest,
  ): Promise<void> {
    const talk = await this.#get(principal, id);
    this.#access.requireHead(principal, { id: talk.unitId, name: talk.unit });
    const act = { title: '签收约谈', opinion, expected: 'held' };
    await this.#act(principal, talk, act, request, (tx, by) => acknowledgeTalk(tx, id, by, opinion));
  }

  async #act(
    principal: Principal,
    { id, caseId, unitId, unit, state }: TalkRow,
    { title, opinion, expected, detail, told }: TalkAct,
    request: IdempotentRequest | undefined,
    change: (tx: Transaction, by: Signature) => Promise<boolean>,
  ): Promise<void> {
    await this.#acts.run(request, async (tx) => {
      await lockCase(tx, caseId);
      const at = this.#acts.now();
      if (!(await change(tx, { id: principal.accountId, name: principal.displayName, at })))
        throw talkStateWrong(state, expected);
      const actor: TrailActor = trailActorOf(principal, unitId);
      const line = { at, kind: 'talk', title, actor, unit, ...(detail && { detail }) } as const;
      await this.#acts.tell(tx, caseId, { ...line, ...(opinion && { opinion }) });
      const notice = { kind: 'talk', unit, step: told, units: [unitId], above: [unitId] } as const;
      if (told !== undefined) await this.#acts.notify(tx, caseId, [notice], principal.accountId);
      return { id };
    });
  }

  async #conducted(principal: Principal, id: string): Promise<TalkRow> {
    this.#access.requireOrders(principal);
    const talk = await this.#get(principal, id);
    await this.#access.requireGiver(principal, talk.unitId);
    return talk;
  }

  async #get(principal: Principal, id: string): Promise<TalkRow> {
    const scope = this.#access.scopeOf(principal);
    const talk = isUuid(id) ? await findTalk(this.#database, scope, id) : undefined;
    if (!talk) throw talkUnknown(id);
    return talk;
  }

  #today(): string {
    return localDay(this.#acts.now(), this.#calendars.timeZone);
  }

  #viewOf(principal: Principal, { path, ...row }: TalkRow): Talk {
    const standing = row.state === 'held' || row.state === 'acknowledged';
    return {
      ...row,
      plannedAt: row.plannedAt.toISOString(),
      heldAt: row.heldAt?.toISOString() ?? null,
      acknowledgedAt: row.acknowledgedAt?.toISOString() ?? null,
      endedAt: row.endedAt?.toISOString() ?? null,
      late: standing && row.mendBy < this.#today(),
      canConduct: (row.state === 'planned' || standing) && this.#access.mayOrder(principal, path),
      canAcknowledge: row.state === 'held' && this.#access.isHead(principal, row.unitId),
    };
  }
}
