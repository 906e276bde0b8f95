import type { Expression } from '../model/expression.js';
import type { MessageDefinition } from '../model/trigger.js';
import type { Run } from './run.js';
import type { Key } from './state.js';
import { mappedValues, valueAt, visibleVariables } from './variables.js';

/** Sends a message to whoever waits for it; carried out by the run-time after the step. */
export function throwMessage(run: Run, key: Key, message: MessageDefinition): void {
  const name = String(valueAt(run, key, message.name));
  const correlation = mappedValues(run, key, message.correlation);
  run.effect({ type: 'publish-message', name, correlation, variables: {} });
}

/** Broadcasts a signal to everybody who waits for it now. */
export function throwSignal(run: Run, key: Key, name: Expression): void {
  run.effect({
    type: 'broadcast-signal',
    name: String(valueAt(run, key, name)),
    variables: visibleVariables(run, run.draft.root),
  });
}
