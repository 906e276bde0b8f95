/** Takes the wake-ups of one queue, and can look for work without one. */
export interface Consumer {
  /** Begins to take wake-ups. */
  start(): void;
  /** Does whatever is due now; safe at any moment and in any number of processes. */
  look(): Promise<void>;
}
