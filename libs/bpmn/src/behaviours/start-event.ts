import { complete } from '../core/life-cycle.js';
import type { StartEvent } from '../model/flow-node.js';
import type { Behaviour } from './behaviour.js';
import { chooseUncontrolled } from './outgoing.js';

/** Start event (BPMN 2.0 §13.5.1): passes the token on; what triggered it has already happened. */
export const startEvent: Behaviour<StartEvent> = {
  completable: false,
  enter: (run, element) => complete(run, element.key),
  chooseFlows: chooseUncontrolled,
};
