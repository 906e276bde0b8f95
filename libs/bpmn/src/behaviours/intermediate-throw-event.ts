import { complete } from '../core/life-cycle.js';
import { throwMessage, throwSignal } from '../core/publishing.js';
import { throwEscalation } from '../core/throwing.js';
import type { IntermediateThrowEvent } from '../model/flow-node.js';
import type { Behaviour } from './behaviour.js';
import { chooseUncontrolled } from './outgoing.js';

/** Intermediate throw event (BPMN 2.0 §13.5.2): throws and passes the token on at once. */
export const intermediateThrowEvent: Behaviour<IntermediateThrowEvent> = {
  completable: false,
  enter(run, element, { trigger }) {
    if (trigger.type === 'message') throwMessage(run, element.key, trigger.message);
    if (trigger.type === 'signal') throwSignal(run, element.key, trigger.name);
    if (trigger.type === 'escalation') throwEscalation(run, element.key, trigger.code);
    if (run.isLive(element.key)) complete(run, element.key);
  },
  chooseFlows: chooseUncontrolled,
};
