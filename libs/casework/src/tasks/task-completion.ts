import { Injectable } from '@nestjs/common';
import { CommandService, type StartRequest } from '@lianban/engine';
import type { Principal } from '@lianban/identity';
import type { Transaction } from '@lianban/platform';
import { findMediation } from '../mediations/mediation.sql.js';
import { withoutNames } from '../mediations/mediation.rules.js';
import { TaskForms, type Filled } from '../forms/task-forms.service.js';
import { actorOf } from '../actor.rules.js';
import { alreadyClaimed, helpersOpen } from '../casework.errors.js';
import type { Step, TaskRef } from './step.js';
import { assignStep, findStep, findSteps, taskRefOf } from './step.sql.js';

/** The answer to an act on a task: the tasks that follow from it. */
export interface TaskAnswer {
  readonly tasks: TaskRef[];
}

/** With what a step ends; `values` are those of its form. */
interface Finish extends Pick<Filled, 'variables'>, Partial<Pick<Filled, 'values'>> {
  readonly opinion: string | undefined;
}

/** Ends a task in its process, for every act by which people do so. */
@Injectable()
export class TaskCompletion {
  readonly #commands: CommandService;
  readonly #forms: TaskForms;

  constructor(commands: CommandService, forms: TaskForms) {
    this.#commands = commands;
    this.#forms = forms;
  }

  /** What was filled in, as the form of the step takes it; for {@link finish}. @throws form-values-refused */
  async fill(tx: Transaction, step: Step, variables: StartRequest['variables']): Promise<Filled> {
    return await this.#forms.take(tx, step, variables);
  }

  /**
   * Completes a step that the person may complete; it is theirs from then on. What was filled in stays with the case.
   *
   * @throws already-claimed, already-decided, helpers-open
   */
  async finish(
    tx: Transaction,
    principal: Principal,
    step: Step,
    { variables, opinion, values }: Finish,
  ): Promise<TaskAnswer> {
    // The engine's lock comes first, then the step's: the same order as when a term runs out.
    const { tasks } = await this.#commands.execute(tx, {
      instanceId: step.instanceId,
      command: { type: 'complete-element', key: step.key, variables },
      actor: actorOf(principal, step.unitId, opinion && (await withoutParties(tx, step, opinion))),
    });
    const person = { id: principal.accountId, name: principal.displayName };
    const { assigned, helpers } = await assignStep(tx, step, person);
    if (helpers.length > 0) throw helpersOpen(step, helpers);
    if (!assigned) throw alreadyClaimed((await findStep(tx, step)) ?? step); // somebody claimed it a moment ago
    if (values) await this.#forms.keep(tx, principal, step, values);
    return { tasks: (await findSteps(tx, tasks)).map(taskRefOf) };
  }
}

/** What is said at the end of a mediation, however it ends, names no party: it stands in the history of the case. */
async function withoutParties(tx: Transaction, step: Step, opinion: string): Promise<string> {
  if (!step.outcomes.some(({ act }) => act === 'agreement')) return opinion;
  const mediation = await findMediation(tx, step.instanceId);
  return mediation ? withoutNames(opinion, mediation.parties) : opinion;
}
