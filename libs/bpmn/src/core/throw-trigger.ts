import type { SingleTrigger, Trigger } from '../model/trigger.js';
import { triggersOf } from '../model/trigger.js';
import { throwMessage, throwSignal } from './publishing.js';
import type { Run } from './run.js';
import type { Key } from './state.js';
import { throwEscalation } from './throwing.js';

/** Throws what an event is drawn with, one trigger after the other, as long as the thrower lives. */
export function throwTrigger(run: Run, key: Key, trigger: Trigger): void {
  for (const single of triggersOf(trigger)) if (run.isLive(key)) throwSingle(run, key, single);
}

function throwSingle(run: Run, key: Key, trigger: SingleTrigger): void {
  switch (trigger.type) {
    case 'message':
      return throwMessage(run, key, trigger.message);
    case 'signal':
      return throwSignal(run, key, trigger.name);
    case 'escalation':
      return throwEscalation(run, key, trigger.code);
    // These end or wait, which the event's own behaviour does; links are flows; the rest is never thrown.
    case 'error':
    case 'compensation':
    case 'cancel':
    case 'terminate':
    case 'link':
    case 'none':
    case 'timer':
    case 'conditional':
      return;
  }
}
