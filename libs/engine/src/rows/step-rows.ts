import type {
  IncidentRow,
  JobRow,
  JournalRow,
  RowKey,
  SubscriptionRow,
  TaskRow,
  TaskTermRow,
  TimerRow,
} from './write-document.js';

/** The net change of rows that one step makes: what it opened and closed again does not appear. */
export interface StepRows {
  readonly journal: JournalRow;
  readonly tasks: readonly TaskRow[];
  readonly taskTerms: readonly TaskTermRow[];
  readonly timers: readonly TimerRow[];
  readonly jobs: readonly JobRow[];
  readonly subscriptions: readonly SubscriptionRow[];
  readonly incidents: readonly IncidentRow[];
  readonly elementsEnded: readonly RowKey[];
  readonly timersEnded: readonly RowKey[];
  readonly subscriptionsEnded: readonly RowKey[];
  readonly incidentsEnded: readonly RowKey[];
}
