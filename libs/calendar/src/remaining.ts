/** What is left of a term, or how far it is overdue. Only the largest unit is filled in with hours and minutes below a day. */
export interface Remaining {
  readonly overdue: boolean;
  /** Whole days of the calendar's own sort. */
  readonly workingDays: number;
  /** Filled where no whole day is left: office time before the due time, time by the wall clock after it. */
  readonly hours: number;
  readonly minutes: number;
  readonly dayUnit: 'working-day' | 'day';
}
