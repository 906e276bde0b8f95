/** A stretch of a day, local times as `HH:MM`. */
export interface OpenPart {
  readonly from: string;
  readonly to: string;
}

/** When a unit receives residents. A calendar says which days are working days, make-up days among them. */
export interface OpeningHours {
  /** Id of the calendar. */
  readonly calendar: string;
  readonly workingDays: readonly OpenPart[];
  /** On weekends and holidays; none: closed. */
  readonly daysOff: readonly OpenPart[];
}

/** Whether the parts of a day come one after the other, each with an end after its beginning. */
export function inOrder(parts: readonly OpenPart[]): boolean {
  return parts.every(({ from, to }, index) => from < to && (parts[index - 1]?.to ?? '') <= from);
}

/** The parts of a day. */
export function partsOf(hours: OpeningHours, working: boolean): readonly OpenPart[] {
  return working ? hours.workingDays : hours.daysOff;
}

/** Whether it is open at a local time of such a day; not any more at the very end of a part. */
export function isOpen(hours: OpeningHours, { working, time }: { working: boolean; time: string }): boolean {
  return partsOf(hours, working).some(({ from, to }) => from <= time && time < to);
}

/** When it opens next. */
export interface NextOpening {
  readonly day: string;
  readonly from: string;
}

/**
 * The next beginning of a part after a local time of the first day.
 *
 * @param days the days from today on, in order; undefined where it does not open on any of them
 */
export function nextOpening(
  hours: OpeningHours,
  days: readonly { readonly day: string; readonly working: boolean }[],
  time: string,
): NextOpening | undefined {
  const openings = days.flatMap(({ day, working }, index) =>
    partsOf(hours, working)
      .filter(({ from }) => index > 0 || from > time)
      .map(({ from }) => ({ day, from })),
  );
  return openings[0];
}
