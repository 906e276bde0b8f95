import { useState } from 'react';
import { client, newIdempotencyKey, unwrap } from './client.js';
import type { Box, TaskBatch, TaskFate } from './model.js';
import { RequestKeys } from './request-keys.js';
import { dropLines, startRefresh } from './tasks.js';

/** Tasks that are sent at once: few, so that one sees it go on, and an interruption leaves little unknown. */
const atOnce = 20;

/** What an act on many tasks has come to. */
export interface BatchProgress {
  readonly fates: readonly TaskFate[];
  readonly running: boolean;
  /** What broke it off; going on sends the same request again, which does nothing twice. */
  readonly error: unknown;
}

/** An act on many tasks, part after part; `run` goes on where it broke off. */
export function useTaskBatch(
  box: Box,
): BatchProgress & { run(batch: TaskBatch): Promise<readonly TaskFate[] | undefined> } {
  const [keys] = useState(() => new RequestKeys(newIdempotencyKey));
  const [progress, setProgress] = useState<BatchProgress>({ fates: [], running: false, error: undefined });
  const run = async (batch: TaskBatch) => {
    const fates: TaskFate[] = [...progress.fates];
    try {
      while (fates.length < batch.tasks.length) {
        setProgress({ fates: [...fates], running: true, error: undefined });
        const part = { ...batch, tasks: batch.tasks.slice(fates.length, fates.length + atOnce) };
        const headers = { 'Idempotency-Key': keys.of(part) };
        const answer = await unwrap(client.POST('/api/v1/tasks/batch', { body: part, headers }));
        keys.forget(part);
        fates.push(...answer.tasks);
      }
      setProgress({ fates, running: false, error: undefined });
      return fates;
    } catch (error) {
      setProgress({ fates, running: false, error });
      return undefined;
    } finally {
      if (batch.act !== 'urge')
        dropLines(
          box,
          fates.filter(({ done }) => done).map(({ id }) => id),
        );
      startRefresh();
    }
  };
  return { ...progress, run };
}
