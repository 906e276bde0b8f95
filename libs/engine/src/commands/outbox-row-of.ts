import type { Effect, Instant } from '@lianban/bpmn';
import type { OutboxRow } from '../rows/write-document.js';

/** Topics of the outbox that the engine itself delivers. */
export const engineTopics = { message: 'engine.message', signal: 'engine.signal' } as const;

/** The entry that delivers a thrown message or signal once the step is committed. */
export function outboxRowOf(
  effect: Extract<Effect, { type: 'publish-message' | 'broadcast-signal' }>,
  { id, instanceId, at }: { readonly id: string; readonly instanceId: string; readonly at: Instant },
): OutboxRow {
  const { type, ...payload } = effect;
  const topic = type === 'publish-message' ? engineTopics.message : engineTopics.signal;
  return { id, instance_id: instanceId, topic, payload, idempotency_key: id, created_at: at };
}
