/** Days are counted from 1970-01-01 (day 0), so that walking over them costs an addition. */
export type DayNumber = number;

/** Milliseconds of a day without a change of offset. */
export const DAY_MS = 86_400_000;

const DATE = /^(\d{4})-(\d{2})-(\d{2})$/;

/** The day number of a `YYYY-MM-DD` date, or undefined where no such day exists. */
export function parseDate(date: string): DayNumber | undefined {
  const match = DATE.exec(date);
  if (!match) return undefined;
  const ms = Date.UTC(Number(match[1]), Number(match[2]) - 1, Number(match[3]));
  return new Date(ms).toISOString().startsWith(date) ? ms / DAY_MS : undefined;
}

/** The `YYYY-MM-DD` date of a day number. */
export function formatDate(day: DayNumber): string {
  return new Date(day * DAY_MS).toISOString().slice(0, 10);
}

/** True on Saturday and Sunday; day 0 was a Thursday. */
export function isWeekend(day: DayNumber): boolean {
  const weekday = (((day + 4) % 7) + 7) % 7;
  return weekday === 0 || weekday === 6;
}
