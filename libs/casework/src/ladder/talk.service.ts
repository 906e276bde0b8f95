import { Inject, Injectable } from '@nestjs/common';
import { EngineCalendars } from '@lianban/engine';
import type { Principal } from '@lianban/identity';
import { CLOCK, type Clock, type Page } from '@lianban/platform';
import { localDay } from '../cases/case.rules.js';
import type { IdempotentRequest } from '../requests/idempotent-request.js';
import { talkDateWrong } from './ladder.errors.js';
import { OutcomeAccess } from './outcome-access.service.js';
import type { Acknowledgement, Dropping } from './outcome.js';
import { Outcomes } from './outcomes.service.js';
import type { Talk, TalkQuery, TalkRecord, TalkState } from './talk.js';
import { endTalk, recordTalk, talks, type TalkRow } from './talk.sql.js';

/** States in which what was found is still to be mended. */
const standing: readonly string[] = ['held', 'acknowledged'] satisfies TalkState[];

/** Talks (约谈) with heads of units: planned by the system, held by who supervises, acknowledged, and mended by a day. */
@Injectable()
export class TalkService {
  readonly #outcomes: Outcomes;
  readonly #access: OutcomeAccess;
  readonly #calendars: EngineCalendars;
  readonly #clock: Clock;

  constructor(outcomes: Outcomes, access: OutcomeAccess, calendars: EngineCalendars, @Inject(CLOCK) clock: Clock) {
    this.#outcomes = outcomes;
    this.#access = access;
    this.#calendars = calendars;
    this.#clock = clock;
  }

  /** One page of the talks that one may see, the newest first. @throws permission-missing, cursor-invalid */
  async list(principal: Principal, { state, ...query }: TalkQuery): Promise<Page<Talk>> {
    const late = state === 'late';
    const states = late ? standing : state ? [state] : null;
    const filter = { ...query, states, mendBefore: late ? this.#today() : null };
    const { items, next } = await this.#outcomes.page(principal, talks, filter);
    return { items: items.map((row) => this.#viewOf(principal, row)), next };
  }

  /** Keeps what came of a talk. @throws permission-missing, outside-scope, talk-unknown, talk-state-wrong, talk-date-wrong */
  async hold(principal: Principal, id: string, record: TalkRecord, request?: IdempotentRequest): Promise<void> {
    const talk = await this.#outcomes.ordered(principal, talks, id);
    const heldAt = new Date(record.heldAt);
    if (heldAt > this.#clock.now()) throw talkDateWrong('heldAt', '约谈时间不能晚于现在');
    if (record.mendBy < localDay(heldAt, this.#calendars.timeZone))
      throw talkDateWrong('mendBy', '整改期限不能早于约谈当天');
    const detail = { reason: `参加人：${record.attended}；整改期限：${record.mendBy}` };
    const told = `已被约谈，${record.mendBy} 前整改，请签收`;
    const act = { title: '约谈', opinion: record.agreed, expected: 'planned', detail, told };
    await this.#outcomes.act(principal, talks, talk, { act, request }, (tx, by) => recordTalk(tx, id, by, record));
  }

  /** Leaves a talk out before it is held. @throws permission-missing, outside-scope, talk-unknown, talk-state-wrong */
  async drop(principal: Principal, id: string, { opinion }: Dropping, request?: IdempotentRequest): Promise<void> {
    const talk = await this.#outcomes.ordered(principal, talks, id);
    const act = { title: '取消约谈', opinion, expected: 'planned' };
    const ending = { state: 'dropped', ending: opinion } as const;
    await this.#outcomes.act(principal, talks, talk, { act, request }, (tx, by) => endTalk(tx, id, by, ending));
  }

  /** What was found is mended. @throws permission-missing, outside-scope, talk-unknown, talk-state-wrong */
  async mend(principal: Principal, id: string, { opinion }: Dropping, request?: IdempotentRequest): Promise<void> {
    const talk = await this.#outcomes.ordered(principal, talks, id);
    const act = { title: '整改销号', opinion, expected: 'held', told: '的整改已销号' };
    const ending = { state: 'mended', ending: opinion } as const;
    await this.#outcomes.act(principal, talks, talk, { act, request }, (tx, by) => endTalk(tx, id, by, ending));
  }

  /** The unit has read it; by who answers for it. @throws permission-missing, not-their-head, talk-unknown, talk-state-wrong */
  async acknowledge(
    principal: Principal,
    id: string,
    { opinion }: Acknowledgement,
    request?: IdempotentRequest,
  ): Promise<void> {
    await this.#outcomes.acknowledge(principal, talks, id, { opinion, title: '签收约谈', request });
  }

  #today(): string {
    return localDay(this.#clock.now(), this.#calendars.timeZone);
  }

  #viewOf(principal: Principal, { path, ...row }: TalkRow): Talk {
    const stands = standing.includes(row.state);
    return {
      ...row,
      plannedAt: row.plannedAt.toISOString(),
      heldAt: row.heldAt?.toISOString() ?? null,
      acknowledgedAt: row.acknowledgedAt?.toISOString() ?? null,
      endedAt: row.endedAt?.toISOString() ?? null,
      late: stands && row.mendBy < this.#today(),
      canConduct: (row.state === 'planned' || stands) && this.#access.mayOrder(principal, path),
      canAcknowledge: row.state === 'held' && this.#access.isHead(principal, row.unitId),
    };
  }
}
