import { z } from 'zod';

const day = z.iso.date('日期格式为 YYYY-MM-DD');

/** Which cases are counted, and up to when their fate is known. */
export const statisticsQuerySchema = z
  .object({
    from: day.describe('First day of receipt'),
    to: day.describe('Last day of receipt'),
    asOf: day.optional().describe('What was known at the end of this day; absent: now'),
  })
  .refine(({ from, to }) => from <= to, { error: '起始日期不能晚于截止日期', path: ['to'] });

export type StatisticsQuery = z.output<typeof statisticsQuerySchema>;

/** How many of the cases received in the period have become what, as of a day. */
export interface CaseCounts {
  readonly received: number;
  readonly closed: number;
  readonly withdrawn: number;
  /** Closed without that any unit let its term run out. */
  readonly closedInTime: number;
  /** With at least one return. */
  readonly returned: number;
  /** Handled a second time. */
  readonly reworked: number;
  /** With a rating that counts: the last one. */
  readonly rated: number;
  readonly satisfied: number;
  /** With an answer to whether the matter is settled. */
  readonly asked: number;
  readonly solved: number;
}

/** A rate with what it is made of. Null: nothing to divide by. */
export interface Rate {
  readonly code: string;
  readonly name: string;
  readonly formula: string;
  readonly numerator: number;
  readonly denominator: number;
  readonly rate: number | null;
}

/** What a unit did with the tasks that it received in the period. */
export interface UnitCounts {
  readonly unitId: string;
  readonly unit: string;
  readonly kind: string;
  readonly tasks: number;
  readonly done: number;
  readonly doneInTime: number;
  /** Lost to the next level by its own term, or still held after it. */
  readonly late: number;
  readonly open: number;
  /** Mean natural hours from receipt to the end, of what has ended. */
  readonly hours: number | null;
}

/** How often a topic came, and how it went. */
export interface TopicCounts {
  readonly code: string;
  readonly name: string;
  readonly received: number;
  /** Cases that some unit let lapse. */
  readonly lapsed: number;
  readonly dissatisfied: number;
}

/** Everything that is counted. */
export interface Statistics {
  readonly cases: CaseCounts;
  readonly rates: readonly Rate[];
  /** The same without the cases that are left out by a decision. */
  readonly adjusted: { readonly cases: CaseCounts; readonly rates: readonly Rate[] };
  readonly units: readonly UnitCounts[];
  readonly topics: readonly TopicCounts[];
}
