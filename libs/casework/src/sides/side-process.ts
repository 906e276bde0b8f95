import { z } from 'zod';

const opinion = z.string().trim().min(1, '请填写意见').max(4_000, '意见不能超过 4000 字');

/** Asks another unit for help with a task. */
export const assistSchema = z
  .object({
    unit: z.string().min(1, '请选择协办单位').max(64).describe('Id of the unit that is to help'),
    days: z.int().min(1).max(60).optional().describe('Working days; absent: as many as are left to the lead, less one'),
    opinion: opinion.describe('What is asked of the helper'),
    task: z.string().max(80).optional().describe('Which task, where one holds several of the case'),
  })
  .meta({ id: 'CaseAssist' });

/** Asks units for their opinion before a task is finished. */
export const opinionRequestSchema = z
  .object({
    units: z
      .array(z.string().min(1).max(64))
      .min(1, '请选择单位')
      .max(20, '一次最多征求 20 个单位的意见')
      .describe('Ids of the units that are asked'),
    days: z.int().min(1).max(60).optional().describe('Working days; absent: as set for the kind of request'),
    opinion: opinion.describe('What they are asked to sign, or about what'),
    task: z.string().max(80).optional().describe('Which task, where one holds several of the case'),
  })
  .meta({ id: 'CaseOpinionRequest' });

/** Orders a unit to answer for a case. */
export const supervisionSchema = z
  .object({
    unit: z.string().min(1).max(64).optional().describe('Id of the unit; absent: the one that holds the case'),
    trigger: z.string().min(1, '请选择督办事由').max(40).describe('Code of a supervision trigger'),
    days: z.int().min(1).max(30).default(5).describe('Working days'),
    opinion: opinion.describe('The order'),
  })
  .meta({ id: 'CaseSupervision' });

export type Assist = z.output<typeof assistSchema>;
export type OpinionRequest = z.output<typeof opinionRequestSchema>;
export type Supervision = z.output<typeof supervisionSchema>;

/** Processes that go on beside a case's own; also their keys. */
export const sideKinds = [
  'assist',
  'countersign',
  'consult',
  'mediation',
  'supervision',
  'policy',
  'revisit',
  'mutual-aid',
] as const;

export type SideKind = (typeof sideKinds)[number];

/** Those for which the task of who asks waits. */
export type HelperKind = Extract<SideKind, 'assist' | 'countersign' | 'consult' | 'mediation'>;

/** A side process as it is first written; its id is that of its process instance. */
export interface NewSideProcess {
  readonly id: string;
  readonly caseId: string;
  readonly kind: SideKind;
  /** The task that it is for. */
  readonly forInstance: string | null;
  readonly forKey: number | null;
  readonly unitId: string;
  readonly unitName: string;
  readonly trigger: string | null;
  /** Code of the skill that is asked of volunteers. */
  readonly skill?: string | undefined;
  readonly text: string;
  readonly askedAt: Date;
  /** Account; null: nobody in person. */
  readonly askedBy: string | null;
  readonly askedByName: string;
  readonly askedByUnit: string | null;
}
