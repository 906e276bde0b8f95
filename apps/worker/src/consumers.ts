import { BatchesConsumer } from './batches/batches.consumer.js';
import { JobsConsumer } from './jobs/jobs.consumer.js';
import { OutboxConsumer } from './outbox/outbox.consumer.js';
import { TimersConsumer } from './timers/timers.consumer.js';

/** Every consumer of the worker: provided by its module, started by its main, swept by its sweep. */
export const consumers = [TimersConsumer, JobsConsumer, OutboxConsumer, BatchesConsumer] as const;
