import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { queueBackends } from '../testing/queue-backends.js';
import { createLogger } from '../log/logger.js';
import { currentRequestId, withRequestId } from '../log/request-id.js';
import { carried } from '../trace/carried.js';
import { createQueues, type Queues } from './queues.js';

for (const { name, available, options } of queueBackends()) {
  const suite = available ? describe : describe.skip;

  suite(`queues on ${name}`, () => {
    let queues: Queues;
    const log = createLogger({ name: 'test', level: 'silent' });

    beforeAll(async () => {
      queues = await createQueues({ ...options, log });
    });
    afterAll(async () => {
      await queues.close();
    });

    it('says where they are kept and that the store answers', async () => {
      expect(queues.kind).toBe(name);
      expect(await queues.isReady()).toBe(true);
    });

    it('hands a job to a worker', async () => {
      const seen = new Promise<unknown>((resolve) => {
        queues.worker('greeting', (job) => Promise.resolve(resolve(job.data)));
      });

      await queues.queue('greeting').add('greet', { name: '王' });

      expect(await seen).toEqual({ name: '王' });
    });

    it('does a job as part of the request that added it', async () => {
      const seen = new Promise<unknown>((resolve) => {
        queues.worker('errand', () => Promise.resolve(resolve(currentRequestId())));
      });

      await withRequestId('r-1', () => queues.queue('errand').add('go', carried()));

      expect(await seen).toBe('r-1');
      expect(currentRequestId()).toBeUndefined();
    });

    it('wakes at the due instant and not before', async () => {
      const woken = new Promise<number>((resolve) => {
        queues.worker('alarm', () => Promise.resolve(resolve(Date.now())));
      });
      const due = Date.now() + 300;

      await queues.queue('alarm').add('wake', {}, { delay: 300, jobId: 'at-due' });

      expect((await woken) - due).toBeGreaterThanOrEqual(-5);
    });

    it('adds a job with the same id once, and again when it is done', async () => {
      const queue = queues.queue('wake-up');
      await queue.add('wake', {}, { jobId: 'shard-1' });
      await queue.add('wake', {}, { jobId: 'shard-1' });
      expect(await queue.count()).toBe(1);

      const runs: string[] = [];
      const worker = queues.worker('wake-up', (job) => Promise.resolve(void runs.push(job.id ?? '')));
      const completed = () => new Promise<void>((resolve) => worker.once('completed', () => resolve()));
      await completed();
      await Promise.all([completed(), queue.add('wake', {}, { jobId: 'shard-1' })]);

      expect(runs).toEqual(['shard-1', 'shard-1']);
    });

    it('tries a failing job again', async () => {
      const attempts: number[] = [];
      const done = new Promise<void>((resolve) => {
        queues.worker('fragile', (job) => {
          attempts.push(job.attemptsMade);
          if (attempts.length < 2) return Promise.reject(new Error('first time'));
          return Promise.resolve(resolve());
        });
      });

      await queues.queue('fragile').add('try', {}, { backoff: { type: 'fixed', delay: 10 } });
      await done;

      expect(attempts).toEqual([0, 1]);
    });

    it('lets a running job end before it closes', async () => {
      const other = await createQueues({ ...options, log });
      let ended = false;
      const started = new Promise<void>((resolve) => {
        other.worker('slow', async () => {
          resolve();
          await new Promise((end) => setTimeout(end, 200));
          ended = true;
        });
      });
      await other.queue('slow').add('run', {});
      await started;

      await other.close();

      expect(ended).toBe(true);
    });
  });
}
