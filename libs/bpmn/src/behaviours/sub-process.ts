import { activate, wait } from '../core/life-cycle.js';
import type { SubProcess } from '../model/flow-node.js';
import type { Behaviour } from './behaviour.js';
import { chooseUncontrolled } from './outgoing.js';

/** Embedded sub-process (BPMN 2.0 §13.3.4): a scope of its own; completes when no token is left inside. */
export const subProcess: Behaviour<SubProcess> = {
  completable: false,
  enter(run, { key }, node) {
    wait(run, key);
    const { startEvents } = run.scopeModel(node.id);
    for (const id of startEvents) activate(run, id, key);
    if (startEvents.length === 0) run.touchedScopes.add(key);
  },
  chooseFlows: chooseUncontrolled,
};
