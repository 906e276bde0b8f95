import type { Operation } from '../operations/operation.js';

/** Which instances an operation is for; all conditions together, running instances only. */
export interface InstanceFilter {
  readonly processKey?: string;
  readonly version?: number;
  readonly businessKey?: string;
  /** With a token at this element. */
  readonly elementId?: string;
  readonly withIncident?: boolean;
  readonly suspended?: boolean;
  readonly instanceIds?: readonly string[];
  /** With a term by this calendar. */
  readonly calendar?: string;
}

/** An operation on many instances that a worker carries out, with how far it is. */
export interface Batch {
  readonly id: string;
  readonly operation: Operation;
  readonly total: number;
  readonly done: number;
  readonly refused: number;
  readonly createdAt: Date;
  readonly finishedAt: Date | null;
  readonly cancelledAt: Date | null;
}

/** An instance that refused, and why. */
export interface BatchRefusal {
  readonly instanceId: string;
  readonly message: string;
}
