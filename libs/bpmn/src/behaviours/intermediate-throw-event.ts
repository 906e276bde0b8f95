import { compensate } from '../core/compensation.js';
import { complete } from '../core/life-cycle.js';
import { throwTrigger } from '../core/throw-trigger.js';
import type { IntermediateThrowEvent } from '../model/flow-node.js';
import { triggersOf } from '../model/trigger.js';
import type { Behaviour } from './behaviour.js';
import { chooseUncontrolled } from './outgoing.js';

/** Intermediate throw event (BPMN 2.0 §13.5.2): throws and passes the token on; compensation is waited for. */
export const intermediateThrowEvent: Behaviour<IntermediateThrowEvent> = {
  completable: false,
  enter(run, { key }, { trigger }) {
    throwTrigger(run, key, trigger);
    if (!run.isLive(key)) return;
    const compensation = triggersOf(trigger).find((single) => single.type === 'compensation');
    if (compensation) compensate(run, key, compensation);
    else complete(run, key);
  },
  chooseFlows: chooseUncontrolled,
};
