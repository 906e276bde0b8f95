import { complete, wait } from '../core/life-cycle.js';
import { listen } from '../core/waits.js';
import type { IntermediateCatchEvent } from '../model/flow-node.js';
import type { Behaviour } from './behaviour.js';
import { chooseUncontrolled } from './outgoing.js';

/** Intermediate catch event (BPMN 2.0 §13.5.2): waits until its timer, message, signal or condition comes, any of several or, in parallel, all. */
export const intermediateCatchEvent: Behaviour<IntermediateCatchEvent> = {
  completable: true,
  enter(run, { key }, { id, trigger }) {
    // A link's token comes over a flow of its own.
    if (trigger.type === 'none' || trigger.type === 'link') return complete(run, key);
    listen(run, key, [{ elementId: id, trigger }]);
    wait(run, key);
  },
  chooseFlows: chooseUncontrolled,
};
