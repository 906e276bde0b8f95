import { activate, wait } from '../core/life-cycle.js';
import { armEventSubProcesses } from '../core/event-sub-process.js';
import type { EventSubProcess } from '../model/flow-node.js';
import type { Behaviour } from './behaviour.js';

/** Event sub-process (BPMN 2.0 §13.5.4): begun by its start event while the scope around it is open, interrupting it or beside it. */
export const eventSubProcess: Behaviour<EventSubProcess> = {
  completable: false,
  enter(run, { key }, node) {
    armEventSubProcesses(run, key, node.id);
    wait(run, key);
    for (const id of run.scopeModel(node.id).startEvents) activate(run, id, key);
  },
  chooseFlows: () => [],
};
