import { wait } from '../core/life-cycle.js';
import { openSubscription } from '../core/subscriptions.js';
import type { ReceiveTask } from '../model/flow-node.js';
import type { Behaviour } from './behaviour.js';
import { chooseUncontrolled } from './outgoing.js';

/** Receive task (BPMN 2.0 §13.3.3): waits for its message. */
export const receiveTask: Behaviour<ReceiveTask> = {
  completable: true,
  enter(run, { key }, { id, message }) {
    if (message) openSubscription(run, key, id, { type: 'message', message });
    wait(run, key);
  },
  chooseFlows: chooseUncontrolled,
};
