import type { Variables } from '../model/value.js';
import { triggerBoundaryEvent } from './boundary.js';
import { findCatcher, type Catcher } from './catchers.js';
import { triggerEventSubProcess } from './event-sub-process.js';
import { Failure } from './failure.js';
import { withdrawStepIncidents } from './incidents.js';
import { terminateChildren } from './life-cycle.js';
import type { Run } from './run.js';
import type { Key } from './state.js';
import { visibleVariables } from './variables.js';
import { withdrawWaits } from './waits.js';

/** A BPMN error on its way (BPMN 2.0 §10.5.6): a code, and what the thrower gives along. */
export interface ThrownError {
  readonly code: string;
  readonly message?: string;
  readonly variables?: Variables;
}

/**
 * Throws a BPMN error from an element: the innermost event that catches it takes over. Uncaught in a called instance
 * it goes to the caller; uncaught elsewhere it throws `Failure`, since an error never ends silently.
 */
export function throwError(run: Run, from: Key, error: ThrownError): void {
  const elementId = run.element(from).elementId;
  const catcher = findCatcher(run, from, 'error', error.code);
  if (catcher) {
    run.emit({ type: 'error-thrown', elementId, code: error.code, caughtBy: catcher.event.id });
    return takeOver(run, catcher, { ...error.variables, ...errorVariables(catcher, error) });
  }
  if (run.draft.parent) return giveErrorToCaller(run, elementId, error, run.draft.parent);
  const text = error.message ? `: ${error.message}` : '';
  throw new Failure(
    'error-not-caught',
    `error "${error.code}" thrown at "${elementId}" is caught nowhere${text}; attach an error boundary event`,
  );
}

/**
 * Throws an escalation from an element; uncaught in a called instance it goes to the caller as well. One that nobody
 * catches is noted and execution goes on (BPMN 2.0 §10.5.6).
 */
export function throwEscalation(run: Run, from: Key, code: string | undefined): void {
  const elementId = run.element(from).elementId;
  const catcher = findCatcher(run, from, 'escalation', code);
  const named = code === undefined ? {} : { code };
  run.emit({ type: 'escalation-thrown', elementId, ...named, ...(catcher ? { caughtBy: catcher.event.id } : {}) });
  if (catcher) return takeOver(run, catcher, escalationVariables(catcher, code));
  if (!run.draft.parent) return;
  const variables = visibleVariables(run, run.draft.root);
  run.effect({ type: 'escalate-to-caller', parent: run.draft.parent, variables, ...named });
}

/** True when somebody would catch the error: an event here, or the caller of this instance. */
export function isErrorCaught(run: Run, from: Key, code: string): boolean {
  return run.draft.parent !== undefined || findCatcher(run, from, 'error', code) !== undefined;
}

function takeOver(run: Run, { event, host }: Catcher, variables: Variables): void {
  if (event.type === 'boundaryEvent') triggerBoundaryEvent(run, event, host, variables);
  else triggerEventSubProcess(run, event, host, variables);
}

function errorVariables({ caught }: Catcher, { code, message }: ThrownError): Variables {
  if (caught.type !== 'error') return {};
  const { codeVariable, messageVariable } = caught;
  return {
    ...(codeVariable === undefined ? {} : { [codeVariable]: code }),
    ...(messageVariable === undefined ? {} : { [messageVariable]: message ?? null }),
  };
}

function escalationVariables({ caught }: Catcher, code: string | undefined): Variables {
  const name = caught.type === 'escalation' ? caught.codeVariable : undefined;
  return name === undefined ? {} : { [name]: code ?? null };
}

function giveErrorToCaller(
  run: Run,
  elementId: string,
  error: ThrownError,
  parent: { instanceId: string; key: Key },
): void {
  const reason = `error "${error.code}" goes to the caller`;
  const variables = visibleVariables(run, run.draft.root);
  run.emit({ type: 'error-thrown', elementId, code: error.code });
  terminateChildren(run, run.draft.root, reason);
  withdrawWaits(run, run.draft.root);
  withdrawStepIncidents(run);
  run.emit({ type: 'instance-terminated', reason });
  const outcome = {
    type: 'error' as const,
    code: error.code,
    variables,
    ...(error.message === undefined ? {} : { message: error.message }),
  };
  run.effect({ type: 'return-to-caller', parent, outcome });
}
