import { complete } from '../core/life-cycle.js';
import type { InclusiveGateway } from '../model/flow-node.js';
import type { Behaviour } from './behaviour.js';
import { chooseInclusive } from './outgoing.js';

/** Inclusive gateway (BPMN 2.0 §13.4.3): activated when its join fires (`core/joins.ts`); every true flow, or the default. */
export const inclusiveGateway: Behaviour<InclusiveGateway> = {
  completable: false,
  enter: (run, element) => complete(run, element.key),
  chooseFlows: chooseInclusive,
};
