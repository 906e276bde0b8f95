import type { LoadOrder, LoadOutcome } from './load-order.js';

interface Told {
  readonly done?: number;
  readonly total?: number;
  readonly outcome?: LoadOutcome;
  readonly failure?: string;
}

/** Simulates in a worker of its own, which ends with it or when the signal says so. @throws Error when it fails or is given up */
export async function simulateLoad(
  order: LoadOrder,
  signal: AbortSignal,
  onProgress: (done: number, total: number) => void,
): Promise<LoadOutcome> {
  signal.throwIfAborted();
  const worker = new Worker(new URL('./load.worker.ts', import.meta.url), { type: 'module' });
  try {
    return await new Promise((resolve, reject) => {
      signal.addEventListener('abort', () => reject(signal.reason as Error));
      worker.addEventListener('error', () => reject(new Error('the worker that simulates has stopped')));
      worker.addEventListener('message', ({ data }: MessageEvent<Told>) => {
        if (data.outcome) resolve(data.outcome);
        else if (data.failure !== undefined) reject(new Error(data.failure));
        else onProgress(data.done ?? 0, data.total ?? 1);
      });
      worker.postMessage(order);
    });
  } finally {
    worker.terminate();
  }
}
