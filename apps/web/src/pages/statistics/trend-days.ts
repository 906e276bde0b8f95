import type { Trend } from '../../api/model.js';
import { shortDay, monthText } from '../../format/time.js';

/** A day or a month as it is shown. */
export function stretchText(by: Trend['by'], day: string): string {
  return by === 'day' ? shortDay(day) : monthText(day);
}

/** The last day of a day or month, not after the end of the period. */
export function lastDayOf(by: Trend['by'], day: string, to: string): string {
  if (by === 'day') return day;
  const [year = 0, month = 0] = day.split('-').map(Number);
  const last = new Date(Date.UTC(year, month, 0)).toISOString().slice(0, 10);
  return last < to ? last : to;
}
