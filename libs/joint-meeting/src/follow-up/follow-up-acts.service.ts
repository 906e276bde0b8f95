import { Inject, Injectable } from '@nestjs/common';
import {
  IdempotencyService,
  SupervisionService,
  trailActorOf,
  TrailService,
  type IdempotentRequest,
} from '@lianban/casework';
import type { Principal } from '@lianban/identity';
import { CLOCK, type Clock, type Transaction } from '@lianban/platform';
import { MeetingService } from '../meetings/meeting.service.js';
import type { Reader } from '../meetings/reader.sql.js';
import { FollowUpBoard } from './follow-up-board.service.js';
import { decisionClosed, decisionNotDone, decisionUnknown, nothingOverdue } from './follow-up.errors.js';
import { isDone } from './follow-up.rules.js';
import { decidedOf, keepClosing, stepsAfter } from './follow-up.sql.js';
import type { Closing, DecisionOrder, FollowUpItem } from './follow-up.js';

/** A decision of a meeting. */
interface DecisionAt {
  readonly meetingId: string;
  readonly topicId: string;
}

/** Closes what a meeting decided (销号), and orders units to answer for what is overdue (督办). */
@Injectable()
export class FollowUpActs {
  readonly #board: FollowUpBoard;
  readonly #meetings: MeetingService;
  readonly #supervision: SupervisionService;
  readonly #idempotency: IdempotencyService;
  readonly #trail: TrailService;
  readonly #clock: Clock;

  constructor(
    board: FollowUpBoard,
    meetings: MeetingService,
    supervision: SupervisionService,
    idempotency: IdempotencyService,
    trail: TrailService,
    @Inject(CLOCK) clock: Clock,
  ) {
    this.#board = board;
    this.#meetings = meetings;
    this.#supervision = supervision;
    this.#idempotency = idempotency;
    this.#trail = trail;
    this.#clock = clock;
  }

  /**
   * For who organises meetings, once every task of the decision is done.
   *
   * @throws permission-missing, meeting-unknown, decision-unknown, decision-not-done, decision-closed
   */
  async close(
    principal: Principal,
    at: DecisionAt,
    { opinion }: Closing,
    request?: IdempotentRequest,
  ): Promise<FollowUpItem[]> {
    const { title } = await this.#meetings.manage(principal, at.meetingId);
    const { caseId } = await this.#item(principal, at);
    await this.#idempotency.transaction(request, async (tx) => {
      const now = this.#clock.now();
      const line = { at: now, kind: 'decision-closed', title: '联席会议定销号', opinion } as const;
      // Locks the case, so that its tasks stand still until the decision is closed.
      await this.#trail.append(tx, caseId, [{ ...line, actor: trailActorOf(principal), detail: { meeting: title } }]);
      await requireDone(tx, at, this.#meetings.readerOf(principal), now);
      if (!(await keepClosing(tx, { topicId: at.topicId, now, by: principal.displayName }, opinion)))
        throw decisionClosed();
      return {};
    });
    return await this.#board.of(principal, at.meetingId);
  }

  /**
   * Orders a unit to answer for its overdue task of a decision: for who organises meetings, as for those who may give
   * orders over the unit.
   *
   * @throws meeting-unknown, decision-unknown, nothing-overdue, and as `SupervisionService.supervise`
   */
  async supervise(
    principal: Principal,
    at: DecisionAt,
    { unit, opinion }: DecisionOrder,
    request?: IdempotentRequest,
  ): Promise<FollowUpItem[]> {
    const meeting = await this.#meetings.get(principal, at.meetingId);
    const { caseId, tasks } = await this.#item(principal, at);
    if (!tasks.some(({ unitId, overdue: late }) => unitId === unit && late)) throw nothingOverdue(unit);
    const order = { ...(await this.#supervision.orderOf('order-overdue')), unit, opinion };
    if (meeting.canDecide) await this.#supervision.superviseDecided(principal, caseId, order, request);
    else await this.#supervision.supervise(principal, caseId, order, request);
    return await this.#board.of(principal, at.meetingId);
  }

  async #item(principal: Principal, { meetingId, topicId }: DecisionAt): Promise<FollowUpItem> {
    const item = (await this.#board.of(principal, meetingId)).find((each) => each.topicId === topicId);
    if (!item) throw decisionUnknown(topicId);
    return item;
  }
}

/** @throws decision-not-done */
async function requireDone(
  tx: Transaction,
  { meetingId, topicId }: DecisionAt,
  reader: Reader,
  now: Date,
): Promise<void> {
  const decided = (await decidedOf(tx, meetingId, reader)).find((row) => row.topicId === topicId);
  const steps = (await stepsAfter(tx, meetingId, now)).filter((step) => step.topicId === topicId);
  if (!decided || isDone(decided, steps)) return;
  const open = steps.filter(({ kind, state }) => kind !== 'supervision' && state === 'open');
  throw decisionNotDone([...new Set(open.flatMap(({ unit }) => (unit === null ? [] : [unit])))]);
}
