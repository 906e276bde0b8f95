import { Failure } from '../core/failure.js';
import { complete, terminateChildren } from '../core/life-cycle.js';
import type { Run } from '../core/run.js';
import type { ElementInstance } from '../core/state.js';
import { isErrorCaught, throwError, throwEscalation } from '../core/throwing.js';
import { throwMessage, throwSignal } from '../core/publishing.js';
import type { EndEvent } from '../model/flow-node.js';
import type { Behaviour } from './behaviour.js';

/** End event (BPMN 2.0 §13.5.4): consumes the token, and throws what it is drawn with. */
export const endEvent: Behaviour<EndEvent> = {
  completable: false,
  enter(run, element, node) {
    const { trigger } = node;
    switch (trigger.type) {
      case 'error':
        return endWithError(run, element, trigger.code);
      case 'terminate':
        return endScope(run, element);
      case 'escalation':
        throwEscalation(run, element.key, trigger.code);
        break;
      case 'message':
        throwMessage(run, element.key, trigger.message);
        break;
      case 'signal':
        throwSignal(run, element.key, trigger.name);
        break;
      case 'none':
      case 'timer':
        break;
    }
    if (run.isLive(element.key)) complete(run, element.key);
  },
  chooseFlows: () => [],
};

/** The event ends normally, then its error goes up; one that nobody catches holds the event as an incident. */
function endWithError(run: Run, element: ElementInstance, code = ''): void {
  if (!isErrorCaught(run, element.key, code)) {
    throw new Failure(
      'error-not-caught',
      `error "${code}" of end event "${element.elementId}" is caught nowhere; attach an error boundary event`,
    );
  }
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
