import type { Trigger } from '../model/trigger.js';
import type { Run } from './run.js';
import type { Key } from './state.js';
import { mappedValues, textAt } from './variables.js';

/** Begins to wait for a message or signal; other triggers wait for nothing from outside, a retry not twice. */
export function openSubscription(run: Run, owner: Key, elementId: string, trigger: Trigger): void {
  if (trigger.type !== 'message' && trigger.type !== 'signal') return;
  if (Object.values(run.draft.subscriptions).some((open) => open.owner === owner && open.elementId === elementId))
    return;
  const name = textAt(run, owner, trigger.type === 'message' ? trigger.message.name : trigger.name);
  const correlation = trigger.type === 'message' ? mappedValues(run, owner, trigger.message.correlation) : {};
  const subscription = { key: run.nextKey(), owner, elementId, type: trigger.type, name, correlation };
  run.emit({ type: 'subscription-opened', subscription });
}
