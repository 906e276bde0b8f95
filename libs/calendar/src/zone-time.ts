import { DateTime, IANAZone } from 'luxon';
import { DAY_MS, type DayNumber } from './civil-day.js';

/** Turns instants into local days and local times of day into instants, for one time zone. */
export interface ZoneTime {
  readonly name: string;
  /** The local calendar day of an instant in milliseconds. */
  dayOf(ms: number): DayNumber;
  /** The instant of a local time, in minutes after midnight (1440 = midnight that ends the day). */
  at(day: DayNumber, minute: number): number;
}

/** Conversions of one IANA zone; each local time is converted once and remembered. */
export function createZoneTime(name: string): ZoneTime {
  const zone = IANAZone.create(name);
  const instants = new Map<number, number>();
  return {
    name,
    dayOf: (ms) => Math.floor((ms + zone.offset(ms) * 60_000) / DAY_MS),
    at(day, minute) {
      const key = day * 1440 + minute;
      const known = instants.get(key);
      if (known !== undefined) return known;
      const ms = DateTime.fromMillis(day * DAY_MS + minute * 60_000, { zone: 'utc' })
        .setZone(zone, { keepLocalTime: true })
        .toMillis();
      instants.set(key, ms);
      return ms;
    },
  };
}
