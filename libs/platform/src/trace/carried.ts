import { z } from 'zod';
import { currentRequestId, withRequestId } from '../log/request-id.js';
import { traced, traceParent } from './tracing.js';

/** What goes with a job from where it was added to where it is done, so that both are found together. */
const carriedSchema = z
  .object({ requestId: z.string().max(100).optional(), traceparent: z.string().max(100).optional() })
  .catch({});

export type Carried = z.output<typeof carriedSchema>;

/** What the present code carries along. */
export function carried(): Carried {
  const requestId = currentRequestId();
  const traceparent = traceParent();
  return { ...(requestId !== undefined && { requestId }), ...(traceparent !== undefined && { traceparent }) };
}

/** Does a job of a queue as part of what it was added for. */
export async function carryOn<T>(queue: string, data: unknown, work: () => Promise<T>): Promise<T> {
  const { requestId, traceparent } = carriedSchema.parse(data);
  const init = { role: 'consumer', parent: traceparent, attributes: { 'messaging.destination.name': queue } } as const;
  const run = (): Promise<T> => traced(`job ${queue}`, init, work);
  return await (requestId === undefined ? run() : withRequestId(requestId, run));
}
