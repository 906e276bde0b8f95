import { z } from 'zod';

const opinion = (field: string) => z.string().trim().min(1, `请填写${field}`).max(4_000, `${field}不能超过 4000 字`);

/** Tells a resident that a request is not handled here. */
export const declineSchema = z
  .object({
    reason: z.string().max(40).describe('Code of one of `GET intake-exits`'),
    opinion: opinion('告知内容').describe('What the resident is told'),
    task: z.string().max(80).optional().describe('Which task, where one holds several of the case'),
  })
  .meta({ id: 'CaseDecline' });

/** Handles a case together with another one about the same matter. */
export const mergeSchema = z
  .object({
    into: z.string().trim().min(1, '请填写主件编号').max(64).describe('Code or id of the case that goes on'),
    opinion: opinion('并案说明'),
    task: z.string().max(80).optional().describe('Which task, where one holds several of the case'),
  })
  .meta({ id: 'CaseMerge' });

/** Handles a merged case by itself again. */
export const separationSchema = z.object({ opinion: opinion('说明') }).meta({ id: 'CaseSeparation' });

export type Decline = z.output<typeof declineSchema>;
export type Merge = z.output<typeof mergeSchema>;
export type Separation = z.output<typeof separationSchema>;

/** A reason not to handle a request here, with what the resident is usually told. */
export interface IntakeExit {
  readonly code: string;
  readonly name: string;
  readonly told: string;
}
