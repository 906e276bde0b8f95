import type { Rate, RateCounts, TopicCounts } from './statistics.js';

/** A rate as it is counted and shown. */
export interface RateRule {
  readonly code: string;
  readonly name: string;
  readonly formula: string;
  /** Which end of it is good. */
  readonly better: 'high' | 'low';
  readonly of: (counts: RateCounts) => readonly [numerator: number, denominator: number];
  /** Whether it says anything of the counts; absent: as soon as there is something to divide by. */
  readonly tells?: (counts: RateCounts) => boolean;
}

/** A case that was taken back, turned away or merged is not due to be closed. */
export function dueToClose({ received, withdrawn }: Pick<RateCounts, 'received' | 'withdrawn'>): number {
  return received - withdrawn;
}

/** The rates with their formulas, as they are shown. Names: monthly bulletins of cities; 好差评 for satisfaction. */
export const rateRules: readonly RateRule[] = [
  {
    code: 'closing',
    name: '结案率',
    formula: '已结案 ÷（受理 − 撤回、不予受理、并案）',
    better: 'high',
    of: (counts) => [counts.closed, dueToClose(counts)],
  },
  {
    code: 'closing-in-time',
    name: '按期结案率',
    formula: '各环节均未逾期的已结案 ÷（受理 − 撤回、不予受理、并案）',
    better: 'high',
    of: (counts) => [counts.closedInTime, dueToClose(counts)],
    // Of what is not closed nobody knows yet whether it will be in time.
    tells: ({ closed }) => closed > 0,
  },
  {
    code: 'claiming',
    name: '及时签收率',
    formula: '签收时限内签收的办件 ÷（已签收、因逾期转出或签收时限已过的办件）',
    better: 'high',
    of: ({ claimedInTime, toClaim }) => [claimedInTime, toClaim],
  },
  {
    code: 'response',
    name: '响应率',
    formula: '时限内首次联系诉求人的 ÷（已联系，或首次联系时限已过的诉求），撤回、不予受理、并案而未联系的不计',
    better: 'high',
    of: ({ contactedInTime, toContact }) => [contactedInTime, toContact],
  },
  {
    code: 'two-visits',
    name: '两次办结率',
    formula: '诉求人上门不超过两次的已结案 ÷ 已结案',
    better: 'high',
    of: ({ closedInTwo, closed }) => [closedInTwo, closed],
  },
  {
    code: 'first-time',
    name: '首次办结率',
    formula: '未退过单、未二次办理或重新办理的已结案 ÷ 已结案',
    better: 'high',
    of: ({ closedAtOnce, closed }) => [closedAtOnce, closed],
  },
  {
    code: 'return',
    name: '退单率',
    formula: '退过单的诉求 ÷ 受理',
    better: 'low',
    of: ({ returned, received }) => [returned, received],
  },
  {
    code: 'rework',
    name: '返工率',
    formula: '二次办理的诉求 ÷ 受理',
    better: 'low',
    of: ({ reworked, received }) => [reworked, received],
  },
  {
    code: 'repeat',
    name: '重复诉求率',
    formula: '（并入其他诉求的 + 所选日期内同一电话就同一类别再次提出的）÷ 受理',
    better: 'low',
    of: ({ repeated, received }) => [repeated, received],
  },
  {
    code: 'satisfaction',
    name: '满意率',
    formula: '（非常满意 + 满意 + 基本满意）÷ 有效评价，每件以最后一次评价为准，未评价不计',
    better: 'high',
    of: ({ satisfied, rated }) => [satisfied, rated],
  },
  {
    code: 'solution',
    name: '解决率',
    formula: '回答“已解决” ÷ 有效回答',
    better: 'high',
    of: ({ solved, asked }) => [solved, asked],
  },
];

const caseCounts = [
  'received',
  'closed',
  'withdrawn',
  'closedInTime',
  'closedAtOnce',
  'returned',
  'reworked',
  'repeated',
  'toContact',
  'contactedInTime',
  'closedInTwo',
  'rated',
  'satisfied',
  'asked',
  'solved',
] as const;

/** The counts of several groups of cases together; tasks to claim are not counted by case. */
export function totalOf(
  groups: readonly Omit<RateCounts, 'toClaim' | 'claimedInTime'>[],
  claims: Pick<RateCounts, 'toClaim' | 'claimedInTime'> = { toClaim: 0, claimedInTime: 0 },
): RateCounts {
  return { ...sumOf(groups, caseCounts), toClaim: claims.toClaim, claimedInTime: claims.claimedInTime };
}

/** Groups of the same topic together, the most frequent topic first. */
export function topicsOf(groups: readonly TopicCounts[]): TopicCounts[] {
  const topics = byTopic(groups).map((same) => {
    const [{ code, name }] = same;
    return { code, name, ...sumOf(same, ['received', 'repeated', 'lapsed', 'dissatisfied']) };
  });
  return topics.sort((a, b) => b.received - a.received || (a.code < b.code ? -1 : 1));
}

/** Groups of the same topic side by side, in the order in which topics first come. */
export function byTopic<T extends { readonly code: string }>(groups: readonly T[]): [T, ...T[]][] {
  const topics = new Map<string, [T, ...T[]]>();
  for (const group of groups) {
    const same = topics.get(group.code);
    if (same) same.push(group);
    else topics.set(group.code, [group]);
  }
  return [...topics.values()];
}

/** Sums of some counts. */
export function sumOf<K extends string>(
  groups: readonly Readonly<Record<K, number>>[],
  keys: readonly K[],
): Record<K, number> {
  const sums = keys.map((key) => [key, groups.reduce((total, counts) => total + counts[key], 0)] as const);
  return Object.fromEntries(sums) as Record<K, number>;
}

/** Some rates of the counts, or all of them, to four digits. */
export function ratesOf(counts: RateCounts, rules: readonly RateRule[] = rateRules): Rate[] {
  return rules.map(({ code, name, formula, of, tells }) => {
    const [numerator, denominator] = of(counts);
    const told = denominator > 0 && (tells?.(counts) ?? true);
    const rate = told ? fourDigits(numerator / denominator) : null;
    return { code, name, formula, numerator, denominator, rate };
  });
}

export function fourDigits(value: number): number {
  return Math.round(value * 10_000) / 10_000;
}
