import { armsOf } from '../core/event-gateway.js';
import { wait } from '../core/life-cycle.js';
import { listen } from '../core/waits.js';
import type { EventBasedGateway } from '../model/flow-node.js';
import type { Behaviour } from './behaviour.js';

/** Event-based gateway (BPMN 2.0 §13.4.4): waits for the events behind it; the first wins, the others are withdrawn. */
export const eventBasedGateway: Behaviour<EventBasedGateway> = {
  completable: false,
  enter(run, { key }, node) {
    // A parallel one that started the process listens already, for all but the event that did.
    if (!node.parallel) listen(run, key, armsOf(run, node));
    wait(run, key);
  },
  chooseFlows: () => [],
};
