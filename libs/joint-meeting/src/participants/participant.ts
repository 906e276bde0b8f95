import { z } from 'zod';

const unit = z.string().min(1, '请选择单位').max(64);

/** Asks a further unit to a meeting. */
export const invitationSchema = z.object({ unit: unit.describe('Id of a unit') }).meta({ id: 'MeetingInvitation' });

/** Who comes for a unit. */
export const confirmationSchema = z
  .object({
    unit: unit.describe('Id of one’s unit'),
    delegate: z.string().trim().min(1, '请填写参会人').max(50, '参会人不能超过 50 字'),
  })
  .meta({ id: 'MeetingConfirmation' });

/** Which units came. */
export const attendanceSchema = z
  .object({ present: z.array(unit).max(100).describe('Ids of units; the others of the meeting did not come') })
  .meta({ id: 'MeetingAttendance' });

/** Sends the minutes to the units. */
export const countersigningSchema = z
  .object({ days: z.int().min(1).max(10).default(3).describe('Working days') })
  .meta({ id: 'MeetingCountersigning' });

/** What a unit says of the minutes. */
export const signatureSchema = z
  .object({
    unit: unit.describe('Id of one’s unit'),
    stance: z.enum(['agreed', 'dissent']),
    opinion: z.string().trim().max(2_000, '意见不能超过 2000 字').default(''),
  })
  .refine(({ stance, opinion }) => stance === 'agreed' || opinion !== '', {
    error: '请写明不同意见',
    path: ['opinion'],
  })
  .meta({ id: 'MeetingSignature' });

export type Invitation = z.output<typeof invitationSchema>;
export type Confirmation = z.output<typeof confirmationSchema>;
export type Attendance = z.output<typeof attendanceSchema>;
export type Countersigning = z.output<typeof countersigningSchema>;
export type Signature = z.output<typeof signatureSchema>;

/** A unit of a meeting. */
export interface Participant {
  readonly unitId: string;
  readonly unit: string;
  readonly delegate: string | null;
  readonly confirmedBy: string | null;
  /** Null: nobody has looked yet. */
  readonly present: boolean | null;
  /** `silent`: the time to sign is over, which is kept as no objection. */
  readonly stance: 'agreed' | 'dissent' | 'silent' | null;
  readonly opinion: string | null;
  readonly signedBy: string | null;
  /** Whether the asker may say who comes for it. */
  readonly canConfirm: boolean;
  /** Whether the asker may sign for it now. */
  readonly canSign: boolean;
}

/** How far a meeting is: called, sitting, its minutes being signed, or issued. */
export type MeetingStage = 'called' | 'sitting' | 'signing' | 'issued';

/** Whether enough units came. */
export interface Quorum {
  readonly invited: number;
  readonly present: number;
  readonly needed: number;
  readonly reached: boolean;
}
