/** A term as people say it: a number of days, hours or minutes. */
export interface SimpleDuration {
  readonly amount: number;
  readonly unit: DurationUnit;
}

export type DurationUnit = 'D' | 'H' | 'M';

/** The days, hours or minutes of an ISO 8601 duration; undefined for one that is mixed, and for an expression. */
export function simpleDuration(text: string): SimpleDuration | undefined {
  const [, days, time, unit] = /^P(?:(\d+)D|T(\d+)([HM]))$/u.exec(text.trim()) ?? [];
  if (days !== undefined) return { amount: Number(days), unit: 'D' };
  return time === undefined ? undefined : { amount: Number(time), unit: unit as DurationUnit };
}

/** As ISO 8601 has it. */
export function durationText({ amount, unit }: SimpleDuration): string {
  return unit === 'D' ? `P${amount}D` : `PT${amount}${unit}`;
}
