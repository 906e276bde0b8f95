import { complete, wait } from '../core/life-cycle.js';
import { openSubscription } from '../core/subscriptions.js';
import { plannedTimer } from '../core/timers.js';
import type { IntermediateCatchEvent } from '../model/flow-node.js';
import type { Behaviour } from './behaviour.js';
import { chooseUncontrolled } from './outgoing.js';

/** Intermediate catch event (BPMN 2.0 §13.5.2): waits until its timer, message or signal comes. */
export const intermediateCatchEvent: Behaviour<IntermediateCatchEvent> = {
  completable: true,
  enter(run, { key }, { id, trigger }) {
    if (trigger.type === 'none') return complete(run, key);
    const waits = Object.values(run.draft.timers).some(({ owner }) => owner === key);
    if (waits) return wait(run, key);
    if (trigger.type === 'timer') {
      const plan = plannedTimer(run, key, trigger.timer);
      run.emit({ type: 'timer-scheduled', timer: { ...plan, key: run.nextKey(), owner: key, elementId: id } });
    } else {
      openSubscription(run, key, id, trigger);
    }
    wait(run, key);
  },
  chooseFlows: chooseUncontrolled,
};
