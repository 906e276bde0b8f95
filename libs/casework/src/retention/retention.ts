import { z } from 'zod';

const reason = z.string().trim().min(1, '请填写理由').max(1_000, '理由不能超过 1000 字');

/** Keeps the personal data of a case beyond their term (暂停删除), or no longer. */
export const legalHoldSchema = z
  .object({
    hold: z.boolean().describe('False: they go when their term is over'),
    reason: reason.describe('E.g. the number of a lawsuit; names nobody'),
  })
  .meta({ id: 'LegalHold' });

export type LegalHold = z.output<typeof legalHoldSchema>;

/** A hold as it is shown. */
export interface LegalHoldView {
  readonly reason: string;
  readonly by: string;
  readonly at: string;
}

/** For how long one kind of cases keeps its personal data, and what is due. */
export interface RetentionOfKind {
  /** Null: cases without a kind. */
  readonly kind: { readonly code: string; readonly name: string } | null;
  readonly months: number;
  /** Cases whose term is over: the next night takes their personal data. */
  readonly due: number;
  /** Cases whose term ends within thirty days. */
  readonly soon: number;
  /** Cases whose term is over and that are held. */
  readonly held: number;
  /** Cases whose personal data are gone. */
  readonly gone: number;
}
