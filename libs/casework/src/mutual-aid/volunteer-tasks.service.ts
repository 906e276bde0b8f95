import { Injectable } from '@nestjs/common';
import { parseTaskId, taskIdOf } from '@lianban/engine';
import { AccessService, type Principal } from '@lianban/identity';
import { Database, pageOf, uuidMark, type Page, type Transaction } from '@lianban/platform';
import { ActRunner } from '../acts/act-runner.service.js';
import { alreadyDecided } from '../casework.errors.js';
import type { IdempotentRequest } from '../requests/idempotent-request.js';
import { completionOutcome } from '../tasks/completion.rules.js';
import type { Step } from '../tasks/step.js';
import { findStep } from '../tasks/step.sql.js';
import { TaskCompletion } from '../tasks/task-completion.js';
import { claimStep } from '../tasks/task.sql.js';
import { TermTexts } from '../terms/term-texts.js';
import { actLine, trailActorOf } from '../trail/act-line.js';
import type { VolunteerBox, VolunteerContact, VolunteerReport, VolunteerTask } from './mutual-aid.js';
import { volunteerTaskUnknown } from './mutual-aid.errors.js';
import {
  mayHelp,
  residentOf,
  volunteerTasks,
  wasOffered,
  type VolunteerScope,
  type VolunteerTaskRow,
} from './volunteer-task.sql.js';
import { isToHelp, isToTake } from './volunteer-tasks.rules.js';

const right = 'mutual-aid.help';
/** Outcome of the diagram by which the window finds that the matter is solved. */
const solvedOutcome = 'solved';

/**
 * What volunteers see and do: matters that are offered to them and that they took, and of these, once taken, whom to help.
 * Nothing else of a case is for them.
 */
@Injectable()
export class VolunteerTasks {
  readonly #database: Database;
  readonly #access: AccessService;
  readonly #acts: ActRunner;
  readonly #completion: TaskCompletion;
  readonly #texts: TermTexts;

  constructor(
    database: Database,
    access: AccessService,
    acts: ActRunner,
    completion: TaskCompletion,
    texts: TermTexts,
  ) {
    this.#database = database;
    this.#access = access;
    this.#acts = acts;
    this.#completion = completion;
    this.#texts = texts;
  }

  /** One page of a box, the newest first. @throws permission-missing, cursor-invalid */
  async list(
    principal: Principal,
    query: { readonly box: VolunteerBox; readonly limit: number; readonly after?: string | undefined },
  ): Promise<Page<VolunteerTask>> {
    const rows = await volunteerTasks(this.#database, this.#scopeOf(principal), {
      box: query.box,
      after: uuidMark(query.after),
      limit: query.limit + 1,
    });
    const page = pageOf(rows, query.limit, ({ instanceId }) => [instanceId]);
    const now = this.#acts.now();
    return {
      items: page.items.map((row) => viewOf(row, query.box, this.#texts.remaining(row, now))),
      next: page.next,
    };
  }

  /**
   * Takes a matter; who is first has it, and the second is told so.
   *
   * @throws permission-missing, task-unknown, already-decided
   */
  async take(principal: Principal, taskId: string, request?: IdempotentRequest): Promise<{ readonly task: string }> {
    const scope = this.#scopeOf(principal);
    return await this.#acts.run(request, async (tx) => {
      const step = await findStep(tx, parseTaskId(taskId));
      if (!step || !isToTake(step) || !(await wasOffered(tx, step, scope))) throw volunteerTaskUnknown(taskId);
      if (step.state !== 'open') throw alreadyDecided(step);
      const answer = await this.#completion.finish(tx, principal, step, {
        variables: { outcome: step.outcomes[0]?.id ?? null },
        opinion: undefined,
      });
      for (const { id } of answer.tasks) {
        const next = await findStep(tx, parseTaskId(id));
        if (next && isToHelp(next) && (await this.#give(tx, principal, next))) return { task: id };
      }
      throw volunteerTaskUnknown(taskId); // who steps aside from the case does not get it, and the act is undone
    });
  }

  /**
   * Says what was done, or why it cannot be; the window has it then.
   *
   * @throws permission-missing, task-unknown, outcome-unknown, opinion-required, already-decided
   */
  async report(
    principal: Principal,
    taskId: string,
    report: VolunteerReport,
    request?: IdempotentRequest,
  ): Promise<void> {
    this.#access.require(principal, right);
    await this.#acts.run<void>(request, async (tx) => {
      const step = await this.#taken(tx, principal, taskId);
      const outcome = completionOutcome(step.outcomes, report);
      const variables = { outcome: outcome?.id ?? report.outcome };
      await this.#completion.finish(tx, principal, step, { variables, opinion: report.opinion || undefined });
    });
  }

  /**
   * Whom to help, of a matter that the volunteer has now; each look is in the history of the case.
   *
   * @throws permission-missing, task-unknown, already-decided
   */
  async contact(principal: Principal, taskId: string): Promise<VolunteerContact> {
    this.#access.require(principal, right);
    return await this.#acts.run(undefined, async (tx) => {
      const step = await this.#taken(tx, principal, taskId);
      const resident = await residentOf(tx, step.caseId);
      if (!resident) throw volunteerTaskUnknown(taskId);
      const actor = trailActorOf(principal, step.unitId);
      const look = { at: this.#acts.now(), kind: 'contact-read', title: '查看诉求人联系方式', actor } as const;
      await this.#acts.tell(tx, step.caseId, actLine(step, look));
      return resident;
    });
  }

  /** An open matter that the person took. @throws task-unknown, already-decided */
  async #taken(tx: Transaction, principal: Principal, taskId: string): Promise<Step> {
    const scope = this.#scopeOf(principal);
    const step = await findStep(tx, parseTaskId(taskId));
    if (!step || !isToHelp(step) || step.assigneeId !== scope.accountId) throw volunteerTaskUnknown(taskId);
    if (step.state !== 'open') throw alreadyDecided(step);
    if (!(await mayHelp(tx, step, scope))) throw volunteerTaskUnknown(taskId);
    return step;
  }

  async #give(tx: Transaction, principal: Principal, step: Step): Promise<boolean> {
    const person = { id: principal.accountId, name: principal.displayName, at: this.#acts.now() };
    return await claimStep(tx, step, person, { pools: step.pools, absent: [] });
  }

  #scopeOf(principal: Principal): VolunteerScope {
    this.#access.require(principal, right);
    return { accountId: principal.accountId, paths: this.#access.unitScope(principal, right).paths };
  }
}

function viewOf(row: VolunteerTaskRow, box: VolunteerBox, remaining: string | null): VolunteerTask {
  const { state, outcomes } = row;
  const as = outcomes.find(({ id }) => id === row.outcome)?.name ?? null;
  return {
    id: taskIdOf(row.instanceId, row.key),
    code: box === 'offered' ? null : row.code,
    note: row.note,
    skill: row.skill,
    station: row.station,
    receivedAt: row.receivedAt.toISOString(),
    dueAt: row.dueAt?.toISOString() ?? null,
    remaining: state === 'open' ? remaining : null,
    outcomes: outcomes.map(({ id, name }) => ({ id, name })),
    ended: state === 'open' ? null : { state, as },
    report: row.report,
    solved: solvedOf(row),
  };
}

/** What the window found: the last outcome of the offer, where it is not the volunteer's own. */
function solvedOf({ sideEnded, sideOutcome, outcome, state }: VolunteerTaskRow): boolean | null {
  if (!sideEnded || state !== 'done' || sideOutcome === null || sideOutcome === outcome) return null;
  return sideOutcome === solvedOutcome;
}
