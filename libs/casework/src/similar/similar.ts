import { z } from 'zod';

/** A request as far as it is written, and where it belongs. */
export const matterSchema = z
  .object({
    title: z.string().trim().max(200).default(''),
    text: z.string().trim().max(20_000).default(''),
    address: z.string().trim().max(200).nullish(),
    phone: z.string().trim().max(32).nullish().describe('Of the resident; finds what the same person asked before'),
  })
  .meta({ id: 'Matter' });

export type Matter = z.output<typeof matterSchema>;

/** An earlier case, as the list of cases shows it to who may read it. */
export interface SimilarCase {
  readonly id: string;
  readonly code: string;
  readonly title: string;
}

/** An open case that may be about the same. */
export interface LikelyRepeat extends SimilarCase {
  readonly address: string | null;
  readonly unit: string | null;
  readonly receivedAt: string;
  /** From 0 to 1: how much of the words they share. */
  readonly similarity: number;
  /** It has the telephone number that was given. */
  readonly samePerson: boolean;
}

/** A category that earlier, similar cases had: advice, a person decides. */
export interface CategoryAdvice {
  readonly code: string;
  readonly name: string;
  /** From 0 to 1: how much of the likeness speaks for it. */
  readonly share: number;
  /** The most similar cases of it that the asker may read. */
  readonly because: readonly SimilarCase[];
}
