import type { Instant } from './instant.js';

/** What was done to a clock. A return hands the work back and never resets the clock. */
export type ClockAct = 'start' | 'suspend' | 'resume' | 'extend' | 'recompute' | 'return' | 'stop';

/** One line of a ledger: who did what, why and when, and the due time before and after. Never overwritten. */
export interface ClockEntry {
  readonly at: Instant;
  readonly kind: ClockAct;
  readonly reason: string;
  readonly actor: string;
  /** Of a resumed pause. */
  readonly from?: Instant;
  readonly to?: Instant;
  /** Of an extension: its duration. */
  readonly by?: string;
  /** Null before the start. */
  readonly dueAtBefore: Instant | null;
  readonly dueAtAfter: Instant;
}

/** A term with the history of everything that moved it; plain data, to be stored as it is. */
export interface ClockLedger {
  /** ISO 8601 duration. */
  readonly term: string;
  readonly calendarId: string;
  readonly startedAt: Instant;
  /** While paused: the due time before the pause. */
  readonly dueAt: Instant;
  readonly provisional: boolean;
  readonly state: 'running' | 'paused' | 'stopped';
  readonly entries: readonly ClockEntry[];
}

/** Who acts on a clock, why and when. */
export interface ClockDeed {
  readonly at: Instant;
  readonly reason: string;
  readonly actor: string;
}
