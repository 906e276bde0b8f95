import { z } from 'zod';

/** How a volunteer stands on the roster of a station. */
export const volunteerDraftSchema = z
  .object({
    unit: z.string().min(1, '请选择工作站').max(64).describe('Id of the station'),
    skills: z.array(z.string().max(40)).max(30, '特长不能超过 30 项').describe('Codes of skills'),
    area: z.string().trim().max(200, '责任区域不能超过 200 字').describe('The buildings or streets they look after'),
    active: z.boolean().describe('Whether they are offered matters'),
  })
  .meta({ id: 'VolunteerDraft' });

export type VolunteerDraft = z.output<typeof volunteerDraftSchema>;

/** Somebody on a roster. */
export interface Volunteer {
  readonly account: string;
  readonly name: string;
  readonly unit: string;
  readonly unitName: string;
  readonly skills: readonly { readonly code: string; readonly name: string }[];
  readonly area: string;
  readonly active: boolean;
  /** Matters that they have now, and that the window found solved. */
  readonly open: number;
  readonly solved: number;
}
