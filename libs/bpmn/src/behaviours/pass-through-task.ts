import { complete } from '../core/life-cycle.js';
import type { PassThroughTask } from '../model/flow-node.js';
import type { Behaviour } from './behaviour.js';
import { chooseUncontrolled } from './outgoing.js';

/** Abstract and manual tasks (BPMN 2.0 §13.3.3): the engine has nothing to do for them and nothing to wait for. */
export const passThroughTask: Behaviour<PassThroughTask> = {
  completable: false,
  enter: (run, element) => complete(run, element.key),
  chooseFlows: chooseUncontrolled,
};
