import type { CalendarDefinition } from './calendar-definition.js';
import { chinaDay, hasNotice, isGoverned } from './china-day.js';
import { parseDate, type DayNumber } from './civil-day.js';

/** What a calendar says about one local day. */
export interface DayKind {
  readonly working: boolean;
  readonly reason: 'weekday' | 'weekend' | 'holiday' | 'make-up' | 'override';
  readonly name?: string;
  /** A notice that governs this day is not known yet: the weekday rule was used and may be corrected later. */
  readonly provisional: boolean;
}

/** The day kinds of one calendar: local overrides before the statutory calendar; each day is decided once. */
export function createDayKinds(definition: CalendarDefinition): (day: DayNumber) => DayKind {
  const byHand = new Set(definition.noticedYears);
  const noticed = (year: number): boolean => byHand.has(year) || hasNotice(year);

  const kinds = new Map<DayNumber, DayKind>();
  for (const { date, working, name } of definition.overrides) {
    const day = parseDate(date);
    if (day !== undefined) kinds.set(day, { working, reason: 'override', name, provisional: false });
  }
  return (day) => {
    const known = kinds.get(day);
    if (known) return known;
    const statutory = chinaDay(day);
    const kind = { ...statutory, provisional: statutory.name === undefined && !isGoverned(day, noticed) };
    kinds.set(day, kind);
    return kind;
  };
}
