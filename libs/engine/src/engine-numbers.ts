import { counter, histogram } from '@lianban/platform';

const fast = [0.0005, 0.001, 0.0025, 0.005, 0.01, 0.025, 0.05, 0.1, 0.25, 1];

/** Steps of the pure core. */
export const stepSeconds = histogram({
  name: 'lianban_engine_step_duration_seconds',
  help: 'Steps of process instances by the kind of their command',
  labels: ['kind'],
  buckets: fast,
});

/** The lock of an instance, which whoever else works on its hierarchy makes one wait for. */
export const lockSeconds = histogram({
  name: 'lianban_engine_lock_duration_seconds',
  help: 'Until a process instance is locked and read; what is long waited for another command',
  buckets: [0.001, 0.0025, 0.005, 0.01, 0.05, 0.1, 0.5, 1, 5, 30],
});

/** Everything that a command writes. */
export const writeSeconds = histogram({
  name: 'lianban_engine_write_duration_seconds',
  help: 'The write of a unit of work in the engine',
  buckets: fast,
});

/** Commands that came too late or did not fit. */
export const rejections = counter({
  name: 'lianban_engine_rejections_total',
  help: 'Commands that were refused, by code; already-decided are conflicts of two people',
  labels: ['code'],
});

/** How late a term lapses. */
export const timerLateness = histogram({
  name: 'lianban_timer_lateness_seconds',
  help: 'From when a timer was due until it fired',
  buckets: [0.05, 0.1, 0.25, 0.5, 1, 2, 5, 15, 60, 300, 3_600, 86_400],
});

/** What left the database. */
export const outboxAttempts = counter({
  name: 'lianban_outbox_attempts_total',
  help: 'Attempts to deliver an entry of the outbox, by topic and result',
  labels: ['topic', 'result'],
});
