import type { CaseCounts, Rate, TopicCounts } from './statistics.js';

interface RateRule {
  readonly code: string;
  readonly name: string;
  readonly formula: string;
  readonly of: (counts: CaseCounts) => readonly [numerator: number, denominator: number];
}

/** A case that was taken back, turned away or merged is not due to be closed. */
const dueToClose = ({ received, withdrawn }: CaseCounts): number => received - withdrawn;

/** The rates with their formulas, as they are shown. Names: monthly bulletins of cities; 好差评 for satisfaction. */
const rules: readonly RateRule[] = [
  {
    code: 'closing',
    name: '结案率',
    formula: '已结案 ÷（受理 − 撤回、不予受理、并案）',
    of: (counts) => [counts.closed, dueToClose(counts)],
  },
  {
    code: 'closing-in-time',
    name: '按期结案率',
    formula: '各环节均未逾期的已结案 ÷（受理 − 撤回、不予受理、并案）',
    of: (counts) => [counts.closedInTime, dueToClose(counts)],
  },
  {
    code: 'return',
    name: '退单率',
    formula: '退过单的诉求 ÷ 受理',
    of: ({ returned, received }) => [returned, received],
  },
  {
    code: 'rework',
    name: '返工率',
    formula: '二次办理的诉求 ÷ 受理',
    of: ({ reworked, received }) => [reworked, received],
  },
  {
    code: 'satisfaction',
    name: '满意率',
    formula: '（非常满意 + 满意 + 基本满意）÷ 有效评价，每件以最后一次评价为准，未评价不计',
    of: ({ satisfied, rated }) => [satisfied, rated],
  },
  {
    code: 'solution',
    name: '解决率',
    formula: '回答“已解决” ÷ 有效回答',
    of: ({ solved, asked }) => [solved, asked],
  },
];

/** The counts of several groups of cases together. */
export function totalOf(groups: readonly CaseCounts[]): CaseCounts {
  return sumOf(groups, [
    'received',
    'closed',
    'withdrawn',
    'closedInTime',
    'returned',
    'reworked',
    'rated',
    'satisfied',
    'asked',
    'solved',
  ]);
}

/** Groups of the same topic together, the most frequent topic first. */
export function topicsOf(groups: readonly TopicCounts[]): TopicCounts[] {
  const topics = [...new Set(groups.map(({ code }) => code))].map((code) => {
    const same = groups.filter((group) => group.code === code);
    return { code, name: same[0]?.name ?? code, ...sumOf(same, ['received', 'lapsed', 'dissatisfied']) };
  });
  return topics.sort((a, b) => b.received - a.received || (a.code < b.code ? -1 : 1));
}

function sumOf<K extends string>(
  groups: readonly Readonly<Record<K, number>>[],
  keys: readonly K[],
): Record<K, number> {
  const sums = keys.map((key) => [key, groups.reduce((total, counts) => total + counts[key], 0)] as const);
  return Object.fromEntries(sums) as Record<K, number>;
}

/** All rates of the counts, to four digits. */
export function ratesOf(counts: CaseCounts): Rate[] {
  return rules.map(({ code, name, formula, of }) => {
    const [numerator, denominator] = of(counts);
    const rate = denominator === 0 ? null : Math.round((numerator / denominator) * 10_000) / 10_000;
    return { code, name, formula, numerator, denominator, rate };
  });
}
