import { z } from 'zod';

const day = z.iso.date('日期格式为 YYYY-MM-DD');

/** Which cases are counted. */
export const periodSchema = z
  .object({ from: day.describe('First day of receipt'), to: day.describe('Last day of receipt') })
  .refine(({ from }) => from >= '2000-01-01', { error: '起始日期不能早于 2000-01-01', path: ['from'] })
  .refine(({ from, to }) => from <= to, { error: '起始日期不能晚于截止日期', path: ['to'] });

/** Which cases are counted, and up to when their fate is known. */
export const statisticsQuerySchema = periodSchema.safeExtend({
  asOf: day.optional().describe('What was known at the end of this day; absent: now'),
});

export type StatisticsQuery = z.output<typeof statisticsQuerySchema>;

/** How many of the cases received in the period have become what, as of a day. */
export interface CaseCounts {
  readonly received: number;
  readonly closed: number;
  readonly withdrawn: number;
  /** Closed without that any unit let its term run out. */
  readonly closedInTime: number;
  /** Closed without a return and without a second handling. */
  readonly closedAtOnce: number;
  /** With at least one return. */
  readonly returned: number;
  /** Handled a second time. */
  readonly reworked: number;
  /** Whose resident was spoken to, or was to be by now. */
  readonly toContact: number;
  readonly contactedInTime: number;
  /** Closed with two trips of the resident at most. */
  readonly closedInTwo: number;
  /** With a rating that counts: the last one. */
  readonly rated: number;
  readonly satisfied: number;
  /** With an answer to whether the matter is settled. */
  readonly asked: number;
  readonly solved: number;
}

/** Cases that repeat another one. */
export interface RepeatCounts {
  readonly repeated: number;
}

/** How fast tasks were taken into somebody's hands. */
export interface ClaimCounts {
  /** Tasks that were claimed, or whose term for that is over. */
  readonly toClaim: number;
  readonly claimedInTime: number;
}

/** All that rates are made of. */
export type RateCounts = CaseCounts & RepeatCounts & ClaimCounts;

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
export interface UnitCounts extends ClaimCounts {
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
export interface TopicCounts extends RepeatCounts {
  readonly code: string;
  readonly name: string;
  readonly received: number;
  /** Cases that some unit let lapse. */
  readonly lapsed: number;
  readonly dissatisfied: number;
}

/** A topic that does worse than all topics together, by one rate of the cases that are not left out. */
export interface WeakTopic extends Rate {
  readonly topicCode: string;
  readonly topic: string;
  /** Of all topics together. */
  readonly mean: number;
  /** How much worse the topic is than the mean, from 0 to 1. */
  readonly difference: number;
}

/** Cases, or those of them that are not left out, with their rates. */
export interface CountedCases {
  readonly cases: RateCounts;
  readonly rates: readonly Rate[];
}

/** Everything that is counted of a period. */
export interface Statistics extends CountedCases {
  /** The same without the cases that are left out by a decision. */
  readonly adjusted: CountedCases;
  readonly units: readonly UnitCounts[];
  readonly topics: readonly TopicCounts[];
  readonly weakTopics: {
    /** Topics with a smaller denominator are not looked at. */
    readonly fewest: number;
    readonly items: readonly WeakTopic[];
  };
}
