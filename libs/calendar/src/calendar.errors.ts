/** Stable reasons why the calendar refuses something. */
export type CalendarErrorCode =
  | 'calendar-unknown'
  | 'calendar-invalid'
  | 'duration-invalid'
  | 'instant-invalid'
  | 'date-invalid'
  | 'pause-invalid'
  | 'clock-act-refused';

/** Every refusal of this library; the message names the thing, what was expected and how to mend it. */
export class CalendarError extends Error {
  constructor(
    readonly code: CalendarErrorCode,
    message: string,
  ) {
    super(message);
    this.name = 'CalendarError';
  }
}
