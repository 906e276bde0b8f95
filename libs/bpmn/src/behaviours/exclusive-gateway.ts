import { complete } from '../core/life-cycle.js';
import type { ExclusiveGateway } from '../model/flow-node.js';
import type { Behaviour } from './behaviour.js';
import { chooseExclusive } from './outgoing.js';

/** Exclusive gateway (BPMN 2.0 §13.4.2): the first true flow in document order, the default last, else an incident. */
export const exclusiveGateway: Behaviour<ExclusiveGateway> = {
  completable: false,
  enter: (run, element) => complete(run, element.key),
  chooseFlows: chooseExclusive,
};
