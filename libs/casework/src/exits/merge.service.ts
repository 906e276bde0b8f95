import { Injectable } from '@nestjs/common';
import { CommandService, InstanceQueryService } from '@lianban/engine';
import type { Principal } from '@lianban/identity';
import { newId, type Transaction } from '@lianban/platform';
import { actorOf } from '../actor.rules.js';
import { ActRunner } from '../acts/act-runner.service.js';
import { heldOwnStep } from '../acts/held-step.js';
import { actRefused } from '../casework.errors.js';
import { CaseAccess } from '../cases/case-access.js';
import { findCase, lockCase, readCase } from '../cases/case-record.sql.js';
import { RecusalService } from '../recusals/recusal.service.js';
import { wakeLadder } from '../ladder/ladder-watch.sql.js';
import type { IdempotentRequest } from '../requests/idempotent-request.js';
import type { Step } from '../tasks/step.js';
import { findSteps, taskRefOf } from '../tasks/step.sql.js';
import type { TaskAnswer } from '../tasks/task-completion.js';
import { actLine, trailActorOf } from '../trail/act-line.js';
import type { Merge, Separation } from './exit.js';
import { mergeRefused, separationNotYours } from './exit.errors.js';
import { hasMerged, oneMergeAtATime, putInto, takeOut } from './exit.sql.js';
import { maySeparate } from './may-separate.js';

/**
 * Handles several cases about one matter together (并案): one goes on, the others are answered with it, each resident
 * by their own receipt (Beijing, 接诉即办工作条例 art. 11).
 */
@Injectable()
export class MergeService {
  readonly #commands: CommandService;
  readonly #instances: InstanceQueryService;
  readonly #cases: CaseAccess;
  readonly #recusals: RecusalService;
  readonly #acts: ActRunner;

  constructor(
    commands: CommandService,
    instances: InstanceQueryService,
    cases: CaseAccess,
    recusals: RecusalService,
    acts: ActRunner,
  ) {
    this.#commands = commands;
    this.#instances = instances;
    this.#cases = cases;
    this.#recusals = recusals;
    this.#acts = acts;
  }

  /**
   * For who holds the task of the case that goes into another one, which they may read. Its process ends.
   *
   * @throws case-unknown, task-not-held, merge-refused, has-merged
   */
  async merge(
    principal: Principal,
    caseId: string,
    { into, opinion, task }: Merge,
    request?: IdempotentRequest,
  ): Promise<void> {
    await this.#acts.run(request, async (tx) => {
      await oneMergeAtATime(tx);
      const step = await heldOwnStep(tx, principal, caseId, task);
      await this.#join(tx, principal, { caseId, into, opinion, step });
      return { tasks: [] };
    });
  }

  /**
   * Attaches a request that is just being registered to an open case of the same matter, as its repeat (Beijing,
   * 接诉即办工作条例 art. 11(3)): the resident is told the progress of that one by a receipt of their own.
   *
   * @throws case-unknown, merge-refused
   */
  async attach(
    tx: Transaction,
    principal: Principal,
    { caseId, into, opinion }: { readonly caseId: string; readonly into: string; readonly opinion: string },
  ): Promise<void> {
    await oneMergeAtATime(tx);
    await this.#join(tx, principal, { caseId, into, opinion, step: undefined });
  }

  /** Ends the process of a case and hangs it on another one. */
  async #join(tx: Transaction, principal: Principal, { caseId, into, opinion, step }: Joining): Promise<void> {
    const found = await findCase(tx, into);
    if (!found) throw mergeRefused(`no case has the number "${into.slice(0, 40)}"`);
    await this.#cases.require(principal, found.id);
    if (found.id === caseId) throw mergeRefused('it is the same case');

    const command = { type: 'cancel-instance', reason: `并入 ${found.code}` } as const;
    const actor = actorOf(principal, step?.unitId, opinion);
    const { instanceId } = await readCase(tx, caseId);
    await this.#commands.execute(tx, { instanceId, command, actor });
    await this.#recusals.share(tx, caseId, found.id);
    const file = await lockCase(tx, caseId);
    const main = await lockCase(tx, found.id);
    if (main.state !== 'open') throw mergeRefused(`${main.code} is not open`);
    // Whoever is complained of would get it with the other one (Regulations on petitions art. 30).
    if (file.aboutUnitId !== main.aboutUnitId) throw mergeRefused('they do not complain of the same unit');
    if (await hasMerged(tx, caseId))
      throw actRefused('has-merged', 'Other cases are handled with this one; merge those instead, or separate them.');
    await putInto(tx, caseId, main.id);
    const act = { at: this.#acts.now(), actor: trailActorOf(principal, step?.unitId), opinion };
    const merged = { ...act, kind: 'merged', title: '并案', detail: { main: main.code } } as const;
    await this.#acts.tell(tx, caseId, step ? actLine(step, merged) : merged);
    const joined = { ...act, kind: 'joined', title: '并入诉求', detail: { joined: file.code } } as const;
    await this.#acts.tell(tx, main.id, joined);
    await tx.query(wakeLadder(main.id, act.at));
  }

  /**
   * Handles a merged case by itself again, from the beginning of its process; for who holds the task of the case with
   * which it is handled, registered it, assigns tasks or gives supervision orders.
   *
   * @throws permission-missing, case-unknown, not-merged, separation-not-yours
   */
  async separate(
    principal: Principal,
    caseId: string,
    { opinion }: Separation,
    request?: IdempotentRequest,
  ): Promise<TaskAnswer> {
    await this.#cases.require(principal, caseId);
    return await this.#acts.run(request, async (tx) => {
      const file = await lockCase(tx, caseId);
      const { mergedInto } = file;
      if (mergedInto === null) throw actRefused('not-merged', 'The case is not handled with another one.');
      if (!(await maySeparate(tx, this.#cases, principal, { ...file, mergedInto }))) throw separationNotYours();
      const variables = await this.#instances.variables(tx, file.instanceId);
      const instanceId = newId();
      await takeOut(tx, caseId, instanceId);
      const { tasks } = await this.#commands.start(tx, {
        processKey: file.definitionKey ?? '',
        businessKey: caseId,
        instanceId,
        variables,
        actor: actorOf(principal, null, opinion),
      });
      const act = { at: this.#acts.now(), actor: trailActorOf(principal), opinion };
      const left = { ...act, kind: 'parted', title: '取消并案', detail: { parted: file.code } } as const;
      await this.#acts.tell(tx, mergedInto, left);
      return { tasks: (await findSteps(tx, tasks)).map(taskRefOf) };
    });
  }
}

/** A case that goes into another one, from a task or, while it is registered, from none. */
interface Joining {
  readonly caseId: string;
  readonly into: string;
  readonly opinion: string;
  readonly step: Step | undefined;
}
