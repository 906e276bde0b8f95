import { randomBytes } from 'node:crypto';
import type { QueuesOptions } from '../queues/queues.js';

/** A store of queues that a suite is run against. */
export interface QueueBackendUnderTest {
  readonly name: 'postgresql' | 'redis';
  /** False: this machine has none; skip the suite by `describe.skip`, so that it is counted. */
  readonly available: boolean;
  /** A name space of its own; ask once per suite. */
  readonly options: QueuesOptions;
}

/** Both stores, for `describe.each`-like loops: every suite about queues runs against each. */
export function queueBackends(): QueueBackendUnderTest[] {
  const prefix = `test_${randomBytes(6).toString('hex')}`;
  const databaseUrl = process.env['TEST_DATABASE_URL'];
  const redisUrl = process.env['TEST_REDIS_URL'];
  return [
    { name: 'postgresql', available: !!databaseUrl, options: { prefix, ...(databaseUrl && { databaseUrl }) } },
    { name: 'redis', available: !!redisUrl, options: { prefix, ...(redisUrl && { redisUrl }) } },
  ];
}
