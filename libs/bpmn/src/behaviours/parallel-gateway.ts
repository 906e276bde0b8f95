import { complete } from '../core/life-cycle.js';
import type { ParallelGateway } from '../model/flow-node.js';
import type { Behaviour } from './behaviour.js';

/** Parallel gateway (BPMN 2.0 §13.4.1): activated when its join is full (`core/joins.ts`); one token on every flow. */
export const parallelGateway: Behaviour<ParallelGateway> = {
  completable: false,
  enter: (run, element) => complete(run, element.key),
  chooseFlows: (_run, _element, node) => node.outgoing,
};
