/** Counts on from an instant in working days; what a calendar does. */
export type AddDays = (from: string, days: number) => string;

/** A helper is never given more; a lead with a longer term may name fewer days. */
const most = 60;

/**
 * How many working days a helper gets at most, so that one is left to the lead; 0 where the lead has none to spare.
 * Source: 首接负责, the lead answers for the whole (北京市接诉即办工作条例 art. 14); the day between is a default.
 */
export function mostAssistDays(now: string, leadDueAt: string, add: AddDays): number {
  let days = 0;
  while (days < most && Date.parse(add(now, days + 2)) <= Date.parse(leadDueAt)) days += 1;
  return days;
}
