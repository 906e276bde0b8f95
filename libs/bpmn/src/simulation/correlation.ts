import type { SubscriptionState } from '../core/state.js';
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

function same(a: JsonValue | undefined, b: JsonValue): boolean {
  return JSON.stringify(a) === JSON.stringify(b);
}
