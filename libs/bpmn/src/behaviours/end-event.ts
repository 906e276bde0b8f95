import { beginCancel } from '../core/cancel.js';
import { compensate } from '../core/compensation.js';
import { Failure } from '../core/failure.js';
import { complete, terminateChildren } from '../core/life-cycle.js';
import type { Run } from '../core/run.js';
import type { ElementInstance } from '../core/state.js';
import { throwTrigger } from '../core/throw-trigger.js';
import { isErrorCaught, throwError } from '../core/throwing.js';
import type { EndEvent } from '../model/flow-node.js';
import { triggersOf } from '../model/trigger.js';
import type { Behaviour } from './behaviour.js';

/** End event (BPMN 2.0 §13.5.3): consumes the token, and throws what it is drawn with. */
export const endEvent: Behaviour<EndEvent> = {
  completable: false,
  enter(run, element, node) {
    const triggers = triggersOf(node.trigger);
    const ending = triggers.find(({ type }) => type === 'error' || type === 'cancel' || type === 'terminate');
    if (ending?.type === 'error') refuseUncaught(run, element, ending.code);
    throwTrigger(run, element.key, node.trigger);
    if (!run.isLive(element.key)) return;
    if (ending?.type === 'error') return endWithError(run, element, ending.code);
    if (ending?.type === 'cancel') return beginCancel(run, element);
    if (ending?.type === 'terminate') return endScope(run, element);
    const compensation = triggers.find((single) => single.type === 'compensation');
    if (compensation) compensate(run, element.key, compensation);
    else complete(run, element.key);
  },
  chooseFlows: () => [],
};

/** An error that nobody catches holds the event as an incident. */
function refuseUncaught(run: Run, { key, elementId }: ElementInstance, code = ''): void {
  if (isErrorCaught(run, key, code)) return;
  throw new Failure(
    'error-not-caught',
    `error "${code}" of end event "${elementId}" is caught nowhere; attach an error boundary event`,
  );
}

/** The event ends normally, then its error goes up. */
function endWithError(run: Run, element: ElementInstance, code = ''): void {
  const scope = element.scope ?? run.draft.root;
  run.emit({ type: 'element-leaving', key: element.key, elementId: element.elementId });
  run.emit({ type: 'element-completed', key: element.key, elementId: element.elementId });
  throwError(run, scope, { code });
}

/** Terminate (BPMN 2.0 §13.5.4): everything else in the scope ends in the same step, then the scope itself. */
function endScope(run: Run, element: ElementInstance): void {
  const scope = element.scope ?? run.draft.root;
  terminateChildren(run, scope, `terminated by "${element.elementId}"`, element.key);
  complete(run, element.key);
}
