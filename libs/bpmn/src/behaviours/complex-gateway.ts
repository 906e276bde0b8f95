import { complete } from '../core/life-cycle.js';
import type { ComplexGateway } from '../model/flow-node.js';
import type { Behaviour } from './behaviour.js';
import { chooseInclusive } from './outgoing.js';

/** Complex gateway (BPMN 2.0 §13.4.5): activated when its condition says so (`core/complex-gateway.ts`); every true flow, or the default. */
export const complexGateway: Behaviour<ComplexGateway> = {
  completable: false,
  enter: (run, element) => complete(run, element.key),
  chooseFlows: chooseInclusive,
};
