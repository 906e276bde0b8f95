/** What a whistle is blown for, as a fresh installation has it. */
interface WhistleKindSeed {
  readonly code: string;
  readonly name: string;
  /** How long after the named time a unit may come; then it counts as absent. */
  readonly graceMinutes: number;
}

/** The three kinds of Beijing's 吹哨报到; the minutes are defaults of the product. */
export const whistleKindSeeds: readonly WhistleKindSeed[] = [
  { code: 'hard', name: '重难点问题', graceMinutes: 60 },
  { code: 'joint', name: '联合执法', graceMinutes: 30 },
  { code: 'emergency', name: '应急处置', graceMinutes: 15 },
];

/** What people are told of whistles. */
export const whistleNoticeSeeds = [
  { code: 'whistle', name: '吹哨报到', template: '{code}“{title}”吹哨（{step}），请{unit}按时报到。' },
  { code: 'whistle-absent', name: '未按时报到', template: '{code}“{title}”吹哨后{unit}未按时报到（{step}）。' },
] as const;
