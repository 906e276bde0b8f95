import type { CompiledProcess } from '../model/compiled-process.js';
import { perform } from './commands.js';
import type { Command } from './command.js';
import { draftOf, emptyDraft, finishDraft } from './draft.js';
import type { Effect } from './effect.js';
import type { Environment } from './environment.js';
import type { EngineEvent } from './event.js';
import { Failure, Rejection, WorkBudgetExceeded, type RejectionCode } from './failure.js';
import { raiseWholeStepIncident } from './incidents.js';
import { Run } from './run.js';
import type { InstanceState } from './state.js';
import { work } from './work.js';

/** What a command did, or why it was refused. A refused command has changed nothing. */
export type StepResult =
  | {
      readonly outcome: 'applied';
      readonly state: InstanceState;
      readonly events: readonly EngineEvent[];
      readonly effects: readonly Effect[];
    }
  | { readonly outcome: 'rejected'; readonly code: RejectionCode; readonly message: string };

/**
 * The engine: carries out one command on one process instance until every token rests. Pure and deterministic: the
 * same arguments give the same result, `state` is left as it is, and nothing outside is read or changed.
 *
 * `state` is absent for `start` only. Whatever goes wrong in the diagram's own terms becomes an incident in the new
 * state; what is thrown is a fault of the core or of an argument that does not belong to the process.
 */
export function step(
  process: CompiledProcess,
  state: InstanceState | undefined,
  command: Command,
  env: Environment,
): StepResult {
  const run = new Run(process, state ? draftOf(state) : emptyDraft(), env);
  try {
    perform(run, command);
    work(run);
    return applied(run);
  } catch (error) {
    // What a command itself cannot do, such as setting a timer again whose calendar is gone, refuses it.
    if (error instanceof Failure) return { outcome: 'rejected', code: 'not-allowed', message: error.message };
    if (error instanceof Rejection) return { outcome: 'rejected', code: error.code, message: error.message };
    if (!(error instanceof WorkBudgetExceeded)) throw error;
    const stopped = new Run(process, state ? draftOf(state) : emptyDraft(), env);
    raiseWholeStepIncident(stopped, command, error);
    return applied(stopped);
  }
}

function applied(run: Run): StepResult {
  return { outcome: 'applied', state: finishDraft(run.draft), events: run.events, effects: run.effects };
}
