/** Office hours of a working day; times are local, `HH:MM`. */
export interface OfficeHours {
  readonly opens: string;
  /** A term of days ends at this time. */
  readonly closes: string;
  /** Pauses inside the office hours, such as lunch, in order. */
  readonly breaks?: readonly { readonly from: string; readonly to: string }[];
}

/** A day that an administrator decided, against the statutory calendar. */
export interface DayOverride {
  readonly date: string;
  readonly working: boolean;
  readonly name: string;
}

/**
 * A calendar as data.
 * - `working`: days are working days, hours are office hours.
 * - `natural-days`: days are civil days (day of receipt not counted); a last day that is off moves to the next
 *   working day (Civil Code Art. 201, 203); hours run on.
 * - `continuous`: time runs day and night; a day is the same local time of the next day.
 */
export interface CalendarDefinition {
  readonly id: string;
  readonly name: string;
  /** IANA name, such as `Asia/Shanghai`. */
  readonly timeZone: string;
  readonly hours: OfficeHours;
  readonly kind: 'working' | 'natural-days' | 'continuous';
  readonly overrides: readonly DayOverride[];
  /** Whose statutory holidays apply. */
  readonly basis: 'china';
  /** Years whose notice was entered by hand as overrides, before the holiday data knew it: not provisional. */
  readonly noticedYears?: readonly number[];
}
