import type { OfficeHours } from './calendar-definition.js';
import type { DayKind } from './day-kind.js';
import type { DayNumber } from './civil-day.js';
import { parseTimeOfDay } from './time-of-day.js';
import type { ZoneTime } from './zone-time.js';

/** The days and hours of one calendar, in day numbers and milliseconds. */
export interface OfficeTime {
  readonly zone: ZoneTime;
  readonly kind: (day: DayNumber) => DayKind;
  /** Closing time of a day, working or not. */
  closing(day: DayNumber): number;
  /** The office hours of a working day without its breaks; empty on a day off. */
  shifts(day: DayNumber): readonly Shift[];
}

/** A stretch of office time, in milliseconds since 1970. */
interface Shift {
  readonly from: number;
  readonly to: number;
}

/** Office time of checked hours. */
export function createOfficeTime(zone: ZoneTime, kind: (day: DayNumber) => DayKind, hours: OfficeHours): OfficeTime {
  const minutes = [hours.opens, ...(hours.breaks ?? []).flatMap(({ from, to }) => [from, to]), hours.closes].map(
    (text) => parseTimeOfDay(text) ?? 0,
  );
  const closes = minutes.at(-1) ?? 0;
  const closings = new Map<DayNumber, number>();
  const shifts = new Map<DayNumber, readonly Shift[]>();

  return {
    zone,
    kind,
    closing(day) {
      const known = closings.get(day);
      if (known !== undefined) return known;
      const closing = zone.at(day, closes);
      closings.set(day, closing);
      return closing;
    },
    shifts(day) {
      const known = shifts.get(day);
      if (known) return known;
      const found = kind(day).working ? shiftsOf(day) : [];
      shifts.set(day, found);
      return found;
    },
  };

  function shiftsOf(day: DayNumber): Shift[] {
    const found: Shift[] = [];
    for (let i = 0; i + 1 < minutes.length; i += 2) {
      found.push({ from: zone.at(day, minutes[i] ?? 0), to: zone.at(day, minutes[i + 1] ?? 0) });
    }
    return found;
  }
}
