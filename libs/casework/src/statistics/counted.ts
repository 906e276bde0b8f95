import type { StatisticsSettings } from '../settings/statistics-settings.js';

/** What is counted: a period in the installation's time zone, over the units of a scope, as it was known at an instant. */
export interface Counted {
  readonly from: string;
  readonly to: string;
  /** The bounds exclude it. */
  readonly known: Date;
  readonly timeZone: string;
  readonly unitIds: readonly string[];
  readonly paths: readonly string[];
  /** As they counted then. */
  readonly settings: StatisticsSettings;
  /** Whether ranks are told is asked of today. */
  readonly rankingShown: boolean;
}
