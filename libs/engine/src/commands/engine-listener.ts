import type { Transaction } from '@lianban/platform';
import type { StepRecord } from './step-record.js';

/**
 * How the domain follows the engine. Called for each step, in order, inside the step's transaction and after its rows
 * are written: what the listener writes commits or rolls back with the step. It must not call anything outside the
 * database (use the outbox or `tx.afterCommit`); what it throws refuses the whole command.
 */
export interface EngineListener {
  onStep(tx: Transaction, step: StepRecord): Promise<void>;
}
