import type { SubscriptionState } from '../core/state.js';
import type { SingleTrigger } from '../model/trigger.js';
import type { Instant, JsonValue, Variables } from '../model/value.js';

export interface BufferedMessage {
  readonly name: string;
  readonly correlation: Variables;
  readonly variables: Variables;
  readonly expiresAt: Instant;
}

/** Whether a message is meant for a subscription: every value that the subscription asks for is the message's too. */
export function suits(
  open: SubscriptionState,
  { name, correlation }: Pick<BufferedMessage, 'name' | 'correlation'>,
): boolean {
  if (open.type !== 'message' || open.name !== name) return false;
  return Object.entries(open.correlation).every(([key, value]) => same(correlation[key], value));
}

/** Whether a trigger waits for the message or signal of this name; names that are computed are known only at run time. */
export function isNamed(trigger: SingleTrigger, type: 'message' | 'signal', name: string): boolean {
  const expression =
    trigger.type === 'message' ? trigger.message.name : trigger.type === 'signal' ? trigger.name : undefined;
  return trigger.type === type && expression?.kind === 'literal' && expression.value === name;
}

function same(a: JsonValue | undefined, b: JsonValue): boolean {
  return JSON.stringify(a) === JSON.stringify(b);
}
