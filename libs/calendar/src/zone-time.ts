import { IANAZone } from 'luxon';
import { DAY_MS, type DayNumber } from './civil-day.js';

/** Turns instants into local days and local times of day into instants, for one time zone. */
export interface ZoneTime {
  /** The local calendar day of an instant in milliseconds. */
  dayOf(ms: number): DayNumber;
  /** The instant of a local time, in minutes after midnight (1440 = midnight that ends the day). */
  at(day: DayNumber, minute: number): number;
}

/** Conversions of one IANA zone. Asking for an offset is slow, so it is asked once per day and remembered. */
export function createZoneTime(name: string): ZoneTime {
  const zone = IANAZone.create(name);
  const midnights = new Map<number, number>();

  return {
    dayOf: (ms) => Math.floor((ms + offsetAt(ms)) / DAY_MS),
    at(day, minute) {
      const local = day * DAY_MS + minute * 60_000;
      const first = offsetAt(local - offsetAt(local));
      const second = offsetAt(local - first);
      // They differ where the clocks change: a time that was skipped is read with the offset before the change.
      return local - Math.min(first, second);
    },
  };

  function offsetAt(ms: number): number {
    const day = Math.floor(ms / DAY_MS);
    const offset = offsetAtMidnight(day);
    return offset === offsetAtMidnight(day + 1) ? offset : zone.offset(ms) * 60_000;
  }

  /** The offset at midnight UTC, in milliseconds. */
  function offsetAtMidnight(day: number): number {
    const known = midnights.get(day);
    if (known !== undefined) return known;
    const offset = zone.offset(day * DAY_MS) * 60_000;
    midnights.set(day, offset);
    return offset;
  }
}
