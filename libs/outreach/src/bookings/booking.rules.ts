import { createHash } from 'node:crypto';
import type { SlotTime } from '../receptions/reception.js';

/** `YY20261203-000123` from the day of the reception and the number of the booking. */
export function bookingCode(day: string, number: number): string {
  return `YY${day.replaceAll('-', '')}-${String(number).padStart(6, '0')}`;
}

/** What is kept of a query code: its hash with the booking's own code. */
export function secretHashOf(code: string, queryCode: string): Buffer {
  return createHash('sha256').update(`${code} ${queryCode}`).digest();
}

/** The slots that have not begun by now. @param now local, as `2026-03-05 09:20` */
export function comingSlots(day: string, times: readonly SlotTime[], now: string): SlotTime[] {
  return times.filter(({ from }) => `${day} ${from}` > now);
}
