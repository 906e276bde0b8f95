// Definitions: calendars as data
export type { CalendarDefinition, DayOverride, OfficeHours } from './calendar-definition.js';
export { defaultCalendars, workingDays } from './default-calendars.js';

// Counting
export { createWorkingCalendar, type WorkingCalendar } from './working-calendar.js';
export { createCalendars, type Calendars } from './calendars.js';
export type { DayKind } from './day-kind.js';
export type { Instant } from './instant.js';
export type { Term } from './term.js';
export type { Remaining } from './remaining.js';
export { remainingText } from './remaining-text.js';

// Notices of holidays
export { hasNotice } from './china-day.js';

// The ledger of a clock
export type { ClockAct, ClockDeed, ClockEntry, ClockLedger } from './clock-ledger.js';
export {
  extendClock,
  recomputeClock,
  resumeClock,
  returnClock,
  startClock,
  stopClock,
  suspendClock,
} from './clock-ledger.rules.js';

// Refusals
export { CalendarError, type CalendarErrorCode } from './calendar.errors.js';
