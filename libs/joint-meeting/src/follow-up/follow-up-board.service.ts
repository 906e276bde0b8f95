import { Inject, Injectable } from '@nestjs/common';
import { caseStateNames, TermTexts } from '@lianban/casework';
import { taskIdOf } from '@lianban/engine';
import { AccessService, type Principal } from '@lianban/identity';
import { CLOCK, Database, type Clock } from '@lianban/platform';
import { MeetingService } from '../meetings/meeting.service.js';
import { isDone, isOverdue, supervisionOf, tasksOf } from './follow-up.rules.js';
import { decidedOf, stepsAfter, type DecidedRow, type FollowingStep } from './follow-up.sql.js';
import type { FollowUpItem, FollowUpTask } from './follow-up.js';

/** Shows what became of the decisions of a meeting: whose task each is, until when, and whether it is done. */
@Injectable()
export class FollowUpBoard {
  readonly #database: Database;
  readonly #meetings: MeetingService;
  readonly #access: AccessService;
  readonly #texts: TermTexts;
  readonly #clock: Clock;

  constructor(
    database: Database,
    meetings: MeetingService,
    access: AccessService,
    texts: TermTexts,
    @Inject(CLOCK) clock: Clock,
  ) {
    this.#database = database;
    this.#meetings = meetings;
    this.#access = access;
    this.#texts = texts;
    this.#clock = clock;
  }

  /** @throws permission-missing, meeting-unknown */
  async of(principal: Principal, meetingId: string): Promise<FollowUpItem[]> {
    await this.#meetings.get(principal, meetingId);
    const manages = this.#access.can(principal, 'joint-meeting.manage');
    const orders = manages || this.#access.can(principal, 'supervision.order');
    const [decided, steps] = await Promise.all([
      decidedOf(this.#database, meetingId, this.#meetings.readerOf(principal)),
      stepsAfter(this.#database, meetingId, this.#clock.now()),
    ]);
    return decided.map((row) => {
      const own = steps.filter(({ topicId }) => topicId === row.topicId);
      const done = isDone(row, own);
      return {
        ...itemOf(row),
        tasks: tasksOf(own).map((step) => this.#taskOf(step, own, orders && row.closedAt === null && !done)),
        done,
        canClose: manages && done && row.closedAt === null,
      };
    });
  }

  #taskOf(step: FollowingStep, all: readonly FollowingStep[], mayOrder: boolean): FollowUpTask {
    const { instanceId, key, name, unitId, unit, assignee, state, dueAt, light } = step;
    const supervised = supervisionOf(unitId, all);
    const overdue = isOverdue(step);
    const remaining = state === 'open' && light !== 'paused' ? this.#texts.remaining(step, this.#clock.now()) : null;
    return {
      id: taskIdOf(instanceId, key),
      name,
      role: step.kind === 'own' ? 'lead' : 'helper',
      unitId,
      unit,
      assignee,
      state,
      dueAt: dueAt?.toISOString() ?? null,
      light,
      remaining,
      finishedAt: step.finishedAt?.toISOString() ?? null,
      overdue,
      supervised,
      canSupervise: mayOrder && overdue && unitId !== null && supervised !== 'open',
    };
  }
}

function itemOf(row: DecidedRow): Omit<FollowUpItem, 'tasks' | 'done' | 'canClose'> {
  const { topicId, caseId, code, title, decision, caseState, closedAt, closedBy, closingNote } = row;
  return {
    topicId,
    caseId,
    code,
    title,
    outcome: decision.outcome,
    opinion: decision.opinion,
    caseState,
    caseStateName: caseStateNames[caseState],
    closedAt: closedAt?.toISOString() ?? null,
    closedBy,
    closingNote,
  };
}
