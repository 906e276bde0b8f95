import type { Instant } from './instant.js';

/** Where a term ends. */
export interface Term {
  readonly dueAt: Instant;
  /** A counted day has no governing holiday notice yet: recompute when the notice is there. */
  readonly provisional: boolean;
}
