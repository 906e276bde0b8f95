import { isActivity, type BoundaryEvent } from '../model/flow-node.js';
import type { Variables } from '../model/value.js';
import { triggerBoundaryEvent } from './boundary.js';
import { Failure } from './failure.js';
import { withdrawStepIncidents } from './incidents.js';
import { terminateChildren } from './life-cycle.js';
import type { Run } from './run.js';
import type { Key } from './state.js';

/** A boundary event that catches, and the activity it sits on. */
interface Catcher {
  readonly event: BoundaryEvent;
  readonly host: Key;
}

/** A BPMN error on its way (BPMN 2.0 §10.5.6): a code, and what the thrower gives along. */
export interface ThrownError {
  readonly code: string;
  readonly message?: string;
  readonly variables?: Variables;
}

/**
 * Throws a BPMN error from an element: the innermost boundary event that catches it takes over. Uncaught in a called
 * instance it goes to the caller; uncaught elsewhere it throws `Failure`, since an error never ends silently.
 */
export function throwError(run: Run, from: Key, error: ThrownError): void {
  const elementId = run.element(from).elementId;
  const catcher = findCatcher(run, from, 'error', error.code);
  if (catcher) {
    run.emit({ type: 'error-thrown', elementId, code: error.code, caughtBy: catcher.event.id });
    triggerBoundaryEvent(run, catcher.event, catcher.host, error.variables);
    return;
  }
  if (run.draft.parent) return giveErrorToCaller(run, elementId, error, run.draft.parent);
  const text = error.message ? `: ${error.message}` : '';
  throw new Failure(
    'error-not-caught',
    `error "${error.code}" thrown at "${elementId}" is caught nowhere${text}; attach an error boundary event`,
  );
}

/** Throws an escalation from an element. One that nobody catches is noted and execution goes on (BPMN 2.0 §10.5.6). */
export function throwEscalation(run: Run, from: Key, code: string | undefined): void {
  const elementId = run.element(from).elementId;
  const catcher = findCatcher(run, from, 'escalation', code);
  const caughtBy = catcher ? { caughtBy: catcher.event.id } : {};
  run.emit({ type: 'escalation-thrown', elementId, ...(code === undefined ? {} : { code }), ...caughtBy });
  if (catcher) triggerBoundaryEvent(run, catcher.event, catcher.host);
}

/** True when somebody would catch the error: a boundary event here, or the caller of this instance. */
export function isErrorCaught(run: Run, from: Key, code: string): boolean {
  return run.draft.parent !== undefined || findCatcher(run, from, 'error', code) !== undefined;
}

/** From the element outwards; on each level the event that names the code comes before the one that names none. */
function findCatcher(run: Run, from: Key, type: 'error' | 'escalation', code: string | undefined): Catcher | undefined {
  for (let at: Key | null = from; at !== null;) {
    const element = run.element(at);
    const host = at;
    at = element.scope;
    if (at === null) return undefined;
    const node = run.node(element.elementId);
    if (!isActivity(node)) continue;
    const events = node.boundary.map((id) => run.node(id) as BoundaryEvent);
    const catching = events.filter(({ trigger }) => trigger.type === type);
    const codeOf = ({ trigger }: BoundaryEvent) => ('code' in trigger ? trigger.code : undefined);
    const event =
      catching.find((candidate) => codeOf(candidate) === code) ??
      catching.find((candidate) => codeOf(candidate) === undefined);
    if (event) return { event, host };
  }
  return undefined;
}

function giveErrorToCaller(
  run: Run,
  elementId: string,
  error: ThrownError,
  parent: { instanceId: string; key: Key },
): void {
  const reason = `error "${error.code}" goes to the caller`;
  run.emit({ type: 'error-thrown', elementId, code: error.code });
  terminateChildren(run, run.draft.root, reason);
  withdrawStepIncidents(run);
  run.emit({ type: 'instance-terminated', reason });
  const outcome = {
    type: 'error' as const,
    code: error.code,
    ...(error.message === undefined ? {} : { message: error.message }),
  };
  run.effect({ type: 'return-to-caller', parent, outcome });
}
