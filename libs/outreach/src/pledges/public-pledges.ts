import { z } from 'zod';
import type { YearResult } from '../reviews/review.js';
import type { PledgeFile, PledgeItem, ProgressEntry } from './pledge.js';

/** Whose public pledges a resident looks for. */
export const publicUnitsQuerySchema = z.object({
  name: z.string().trim().max(50).default('').describe('A part of the name'),
});

/** Which public pledges a resident reads. */
export const publicPledgesQuerySchema = z.object({
  unit: z.string().min(1).max(64),
  year: z.coerce.number().int().min(2_000).max(2_999).optional().describe('Absent: the latest with public pledges'),
});

export type PublicPledgesQuery = z.output<typeof publicPledgesQuerySchema>;

/** A unit with public pledges. */
export interface PublicUnit {
  readonly id: string;
  readonly name: string;
}

/** A public pledge as residents read it. */
export interface PublicPledge extends Pick<
  PledgeItem,
  'id' | 'pledger' | 'title' | 'dueOn' | 'finishedOn' | 'late' | 'outcome' | 'meanScore'
> {
  readonly topic: string | null;
  readonly text: string;
  readonly measure: string;
  readonly publishedAt: string;
  readonly result: string | null;
  readonly progress: readonly ProgressEntry[];
  readonly files: readonly PledgeFile[];
}

/** What delegates of residents found, once their review is closed. */
export interface PublicReview extends Pick<YearResult, 'kept' | 'partly' | 'notKept' | 'shareKept' | 'meanScore'> {
  readonly day: string;
  readonly delegates: number;
  readonly remark: string;
}

/** The public pledges of a unit for a year. */
export interface PublicPledges {
  readonly unit: PublicUnit;
  readonly year: number;
  /** Years with public pledges, the latest first. */
  readonly years: readonly number[];
  readonly review: PublicReview | null;
  readonly items: readonly PublicPledge[];
  readonly next: string | null;
}
