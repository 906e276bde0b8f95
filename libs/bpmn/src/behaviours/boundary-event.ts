import { complete } from '../core/life-cycle.js';
import type { BoundaryEvent } from '../model/flow-node.js';
import type { Behaviour } from './behaviour.js';
import { chooseUncontrolled } from './outgoing.js';

/** Boundary event (BPMN 2.0 §13.5.3): activated only once it has happened, see `core/boundary.ts`. */
export const boundaryEvent: Behaviour<BoundaryEvent> = {
  completable: false,
  enter: (run, element) => complete(run, element.key),
  chooseFlows: chooseUncontrolled,
};
