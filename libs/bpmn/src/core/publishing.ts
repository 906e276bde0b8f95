import type { Expression } from '../model/expression.js';
import type { MessageDefinition } from '../model/trigger.js';
import type { Variables } from '../model/value.js';
import type { Run } from './run.js';
import type { Key } from './state.js';
import { triggerSubscription } from './wait-commands.js';
import { mappedValues, textAt } from './variables.js';

/** Sends a message to whoever waits for it, with what the event's inputs say; carried out by the run-time after the step. */
export function throwMessage(run: Run, key: Key, message: MessageDefinition): void {
  const name = textAt(run, key, message.name);
  const correlation = mappedValues(run, key, message.correlation);
  run.effect({ type: 'publish-message', name, correlation, variables: payload(run, key) });
}

/**
 * Broadcasts a signal to everybody who waits for it at this moment: here and now within this instance, and by the
 * run-time in all others. It carries what the event's inputs say, and nothing else of the thrower.
 */
export function throwSignal(run: Run, key: Key, signal: Expression): void {
  const name = textAt(run, key, signal);
  const variables = payload(run, key);
  const waiting = Object.values(run.draft.subscriptions).filter((open) => open.type === 'signal' && open.name === name);
  for (const open of waiting)
    if (run.draft.subscriptions[open.key]) triggerSubscription(run, { key: open.key, variables });
  run.effect({ type: 'broadcast-signal', name, variables });
}

function payload(run: Run, key: Key): Variables {
  const node = run.node(run.element(key).elementId);
  return 'trigger' in node ? mappedValues(run, key, node.inputs) : {};
}
