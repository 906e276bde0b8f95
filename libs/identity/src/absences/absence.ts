import { z } from 'zod';

/** Somebody is away, and somebody stands in. */
export const absenceSchema = z
  .object({
    person: z.string().max(64).optional().describe('Id of an account; absent: oneself'),
    substitute: z.string().min(1, '请选择代班人').max(64).describe('Id of an account'),
    from: z.iso.datetime({ offset: true, error: '应为带时区的时间' }),
    until: z.iso.datetime({ offset: true, error: '应为带时区的时间' }),
  })
  .meta({ id: 'NewAbsence' });

export type NewAbsence = z.output<typeof absenceSchema>;

/** An absence that is, or is to come. */
export interface Absence {
  readonly id: string;
  readonly person: { readonly id: string; readonly name: string };
  readonly substitute: { readonly id: string; readonly name: string };
  readonly from: string;
  readonly until: string;
}
