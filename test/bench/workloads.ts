import type { BenchOptions, BenchResult } from './bench-result.js';
import { caseWorkload } from './case-workload.js';
import { w1Diagram, w2Diagram, w3Diagram } from './diagrams.js';
import { growth } from './growth.js';
import { w4Timers } from './w4-timers.js';
import { w5Inbox } from './w5-inbox.js';
import { migrationWorkload } from './migration.js';
import { peers } from './peers.js';

/** Every workload by its name. */
export const workloads: Readonly<Record<string, (options: BenchOptions) => Promise<BenchResult>>> = {
  /** Straight through: one step from start to end. */
  W1: (options) => caseWorkload({ name: 'W1', diagram: w1Diagram, processKey: 'w1', completions: 0 }, options),
  /** The human case: start, then three user tasks, each with a boundary timer. */
  W2: (options) => caseWorkload({ name: 'W2', diagram: w2Diagram, processKey: 'w2', completions: 3 }, options),
  /** Five user tasks at once, joined. */
  W3: (options) => caseWorkload({ name: 'W3', diagram: w3Diagram, processKey: 'w3', completions: 5 }, options),
  W4: w4Timers,
  W5: w5Inbox,
  GROWTH: growth,
  MIGRATION: migrationWorkload,
  PEERS: peers,
};
