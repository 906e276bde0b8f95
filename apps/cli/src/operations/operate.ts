import { setTimeout as sleep } from 'node:timers/promises';
import { Refused } from '../installation/refused.js';
import { reasonOf, type ApiClient } from '../server/api-client.js';
import { showProgress } from '../server/progress.js';
import type { InstanceFilter } from './instance-filter.js';

/** An operation as the API takes it. */
export interface Operation {
  readonly type: string;
  readonly [detail: string]: unknown;
}

/** A batch as the API tells of it. */
export interface Batch {
  readonly id: string;
  readonly operation: string;
  readonly total: number;
  readonly done: number;
  readonly refused: number;
  readonly state: 'running' | 'finished' | 'cancelled';
  readonly createdAt: string;
  readonly refusals?: readonly Refusal[];
}

/** An instance that an operation was not for, and why. */
export interface Refusal {
  readonly instanceId: string;
  readonly message: string;
}

/** What came of an operation on several instances; `batch` when it goes on without us. */
export interface Outcome {
  readonly done: number;
  readonly refusals: readonly Refusal[];
  readonly batch?: string;
}

/** How often a batch is looked at. */
const pauseMs = 500;

/** Carries an operation out on instances one after the other; what one refuses does not keep the others from it. */
export async function operateOn(server: ApiClient, ids: readonly string[], operation: Operation): Promise<Outcome> {
  const refusals: Refusal[] = [];
  for (const id of ids) {
    const { status, body } = await server.send('POST', `instances/${encodeURIComponent(id)}/operations`, operation);
    // The next instance would get the same answer.
    if (status === 401 || status === 403) throw new Refused(`${server.url} refuses: ${reasonOf(body, status)}`);
    if (status >= 400) refusals.push({ instanceId: id, message: reasonOf(body, status) });
  }
  return { done: ids.length - refusals.length, refusals };
}

/** Begins an operation on all instances that fit, and waits for its end unless told not to. */
export async function operateOnAll(
  server: ApiClient,
  filter: InstanceFilter,
  operation: Operation,
  wait: boolean,
): Promise<Outcome> {
  const batch = await server.ask<Batch>('POST', 'batches', { operation, filter });
  return wait ? await waitFor(server, batch) : { done: 0, refusals: [], batch: batch.id };
}

/** Waits until a batch has ended, and tells on stderr how far it is. */
export async function waitFor(server: ApiClient, begun: Batch): Promise<Outcome> {
  const progress = showProgress(begun.total);
  try {
    for (;;) {
      const batch = await server.ask<Batch>('GET', `batches/${begun.id}`);
      progress.to(batch.done + batch.refused);
      if (batch.state !== 'running') return { done: batch.done, refusals: batch.refusals ?? [] };
      await sleep(pauseMs);
    }
  } finally {
    progress.stop();
  }
}
