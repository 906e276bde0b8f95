import { z } from 'zod';

const opinion = z.string().trim().min(1, '请填写意见').max(4_000, '意见不能超过 4000 字');
const task = z.string().max(80).optional().describe('Which task, where one holds several of the case');

/** Asks a unit to mediate between the parties of a dispute. */
export const mediationSchema = z
  .object({
    unit: z.string().min(1, '请选择调解单位').max(64).describe('Id of the unit that mediates'),
    group: z.string().trim().max(100, '调解组织不能超过 100 字').optional().describe('Group of it, or people'),
    parties: z
      .array(z.string().trim().min(1, '请填写当事人').max(50, '当事人不能超过 50 字'))
      .min(2, '至少填写两方当事人')
      .max(20, '当事人不能超过 20 方')
      .refine((names) => new Set(names).size === names.length, '当事人不能重复')
      .describe('Names; stored in full, shown masked'),
    days: z.int().min(1).max(60).optional().describe('Working days; absent: as set, or as many as the lead can spare'),
    opinion: opinion.describe('About what'),
    task,
  })
  .meta({ id: 'CaseMediation' });

/** Ends a mediation by an agreement. */
export const agreementSchema = z
  .object({
    agreement: z.string().trim().min(1, '请填写协议内容').max(4_000, '协议内容不能超过 4000 字'),
    duties: z
      .array(
        z.object({
          party: z.int().min(0).max(19).describe('Place of the party among those of the mediation, from 0'),
          what: z.string().trim().min(1, '请填写履行内容').max(500, '履行内容不能超过 500 字'),
          by: z.iso.date('日期格式为 YYYY-MM-DD').describe('Last day'),
        }),
      )
      .min(1, '请填写各方履行的内容')
      .max(50, '履行内容不能超过 50 项')
      .describe('What each party does by when'),
    paper: z.string().min(1, '请选择调解协议书').max(64).describe('Id of an attachment of the case: the signed paper'),
    opinion: opinion.describe('How it went'),
    task,
  })
  .meta({ id: 'MediationAgreement' });

export type Mediation = z.output<typeof mediationSchema>;
export type Agreement = z.output<typeof agreementSchema>;

/** A mediation as it is shown: the names of the parties are masked, also where texts have them. */
export interface MediationView {
  readonly group: string | null;
  readonly parties: readonly string[];
  readonly agreement: string | null;
  readonly duties: Agreement['duties'];
  readonly paper: { readonly id: string; readonly name: string } | null;
}
