import { z } from 'zod';

/** Steps aside from a case. */
export const recusalSchema = z
  .object({
    opinion: z.string().trim().min(1, '请说明回避理由').max(4_000, '回避理由不能超过 4000 字').describe('The conflict'),
  })
  .meta({ id: 'CaseRecusal' });

/** A person has nothing to do with a case since they are complained of, or because they said so themselves. */
export const recusalKinds = ['complained-of', 'declared'] as const;

export type RecusalKind = (typeof recusalKinds)[number];

/** Somebody who steps aside, as who may read the case sees it. */
export interface RecusedPerson {
  readonly name: string;
  readonly kind: RecusalKind;
}

export type RecusalRequest = z.output<typeof recusalSchema>;
