import { armEventSubProcesses } from '../core/event-sub-process.js';
import { activate, wait } from '../core/life-cycle.js';
import type { SubProcess } from '../model/flow-node.js';
import type { Behaviour } from './behaviour.js';
import { chooseUncontrolled } from './outgoing.js';

/** Embedded sub-process and transaction (BPMN 2.0 §13.3.4): a scope of its own; completes when no token is left inside. A transaction can be cancelled, which compensates what was done in it. */
export const subProcess: Behaviour<SubProcess> = {
  completable: false,
  enter(run, { key }, node) {
    armEventSubProcesses(run, key, node.id);
    wait(run, key);
    const { startEvents } = run.scopeModel(node.id);
    for (const id of startEvents) activate(run, id, key);
    if (startEvents.length === 0) run.touchedScopes.add(key);
  },
  chooseFlows: chooseUncontrolled,
};
