import { z } from 'zod';

/** Why somebody has to know who the resident is. */
export const revealSchema = z
  .object({ reason: z.string().trim().min(2, '请填写查看原因').max(200, '原因不能超过 200 字') })
  .meta({ id: 'PersonalDataRequest' });

export type Reveal = z.output<typeof revealSchema>;

/** Who the resident of a case is, unmasked. */
export interface PersonalData {
  readonly name: string;
  readonly phone: string | null;
}

/** Somebody who saw who the resident is, or was refused. */
export interface PersonalDataReading {
  readonly at: string;
  readonly by: string;
  readonly unit: string;
  readonly reason: string;
  /** False: nothing was shown. */
  readonly seen: boolean;
}

/** The same for who audits, with the address and the roles. */
export interface PersonalDataReadings {
  readonly code: string;
  readonly readings: (PersonalDataReading & {
    readonly role: string;
    readonly ip: string | null;
    /** Number in its chain of the trail. */
    readonly entry: number;
  })[];
}

/** As the audit trail names it. */
export const revealed = 'personal-data-revealed';
