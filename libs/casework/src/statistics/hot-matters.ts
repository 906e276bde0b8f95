import { z } from 'zod';

/** As of which day. */
export const hotMattersQuerySchema = z.object({
  asOf: z.iso
    .date('日期格式为 YYYY-MM-DD')
    .refine((day) => day >= '2000-01-01', '日期不能早于 2000-01-01')
    .optional()
    .describe('What was known at the end of this day; absent: now'),
});

export type HotMattersQuery = z.output<typeof hotMattersQuerySchema>;

/** A case that the asker may read. */
export interface HotCase {
  readonly id: string;
  readonly code: string;
  readonly title: string;
}

/** Many similar cases about one topic in one place, within a few weeks. */
export interface HotMatter {
  /** That of its first case. */
  readonly id: string;
  readonly topic: string;
  /** The street; null: none is known. */
  readonly place: string | null;
  readonly size: number;
  /** There may be more: only the latest cases of the topic and place were compared. */
  readonly more: boolean;
  /** Local days of receipt of the first and the last, as YYYY-MM-DD. */
  readonly first: string;
  readonly last: string;
  /** The latest of those that the asker may read. */
  readonly cases: readonly HotCase[];
}

/** Hot matters, the largest first, with what makes one. */
export interface HotMatters {
  readonly days: number;
  readonly fewest: number;
  readonly likeness: number;
  readonly items: readonly HotMatter[];
}
