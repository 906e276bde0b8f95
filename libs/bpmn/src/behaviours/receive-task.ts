import { wait } from '../core/life-cycle.js';
import { listen } from '../core/waits.js';
import type { ReceiveTask } from '../model/flow-node.js';
import type { Behaviour } from './behaviour.js';
import { chooseUncontrolled } from './outgoing.js';

/** Receive task (BPMN 2.0 §13.3.3): waits for its message; an instantiating one that no flow leads to is the process's start. */
export const receiveTask: Behaviour<ReceiveTask> = {
  completable: true,
  enter(run, { key }, { id, message }) {
    if (message) listen(run, key, [{ elementId: id, trigger: { type: 'message', message } }]);
    wait(run, key);
  },
  chooseFlows: chooseUncontrolled,
};
