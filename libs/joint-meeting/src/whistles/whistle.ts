import { z } from 'zod';
import type { Light } from '@lianban/casework';

const unit = z.string().min(1, '请选择单位').max(64);

/** Blows the whistle on a case: which units come where and when. */
export const whistleSchema = z
  .object({
    case: z.string().trim().min(1, '请填写诉求编号').max(64).describe('Code or id of an open case'),
    kind: z.string().min(1, '请选择吹哨类型').max(40).describe('Code of one of `GET whistle-kinds`'),
    text: z.string().trim().min(1, '请写明事由').max(2_000, '事由不能超过 2000 字'),
    place: z.string().trim().min(1, '请填写地点').max(100, '地点不能超过 100 字'),
    at: z.iso.datetime({ offset: true, error: '请选择报到时间' }).describe('When the units are to be there'),
    units: z.array(unit).min(1, '请选择报到单位').max(20, '最多 20 个单位').describe('Ids of units that must report'),
  })
  .meta({ id: 'NewWhistle' });

/** Takes down that a unit came. */
export const arrivalSchema = z
  .object({
    unit: unit.describe('Id of a unit that was called'),
    who: z.string().trim().min(1, '请填写到场人员').max(100, '到场人员不能超过 100 字'),
    at: z.iso.datetime({ offset: true }).optional().describe('Absent: now'),
  })
  .meta({ id: 'WhistleArrival' });

/** Ends a whistle with what came of it, and the tasks that units take with them. */
export const whistleEndSchema = z
  .object({
    outcome: z.string().trim().min(1, '请填写处置结果').max(4_000, '处置结果不能超过 4000 字'),
    tasks: z
      .array(
        z.object({
          unit,
          opinion: z.string().trim().min(1, '请写明任务').max(4_000, '任务不能超过 4000 字'),
          days: z.int().min(1).max(60).optional().describe('Working days'),
        }),
      )
      .max(20)
      .default([])
      .describe('Each becomes a helper’s task (协办) of the case'),
  })
  .meta({ id: 'WhistleEnd' });

/** What one side says of the other, once. */
export const whistleScoreSchema = z
  .object({
    unit: unit.describe('The unit that is scored, or that scores'),
    by: z.enum(['caller', 'unit']).describe('Who scores: who blew the whistle, or the unit'),
    score: z.int().min(1, '请打 1 至 5 分').max(5, '请打 1 至 5 分'),
    remark: z.string().trim().max(500, '评语不能超过 500 字').default(''),
  })
  .meta({ id: 'WhistleScoring' });

export type NewWhistle = z.output<typeof whistleSchema>;
export type Arrival = z.output<typeof arrivalSchema>;
export type WhistleEnd = z.output<typeof whistleEndSchema>;
export type Scoring = z.output<typeof whistleScoreSchema>;

/** What a whistle may be blown for. */
export interface WhistleKind {
  readonly code: string;
  readonly name: string;
  readonly graceMinutes: number;
}

/** What one side said of the other. */
export interface WhistleScore {
  readonly score: number;
  readonly remark: string;
  readonly by: string;
}

/** A helper's task that a unit took with it. */
export interface WhistleTask {
  readonly name: string;
  readonly state: 'open' | 'done' | 'lapsed' | 'cancelled';
  readonly dueAt: string | null;
  readonly light: Light | null;
}

/** A unit that was called. */
export interface WhistleUnit {
  readonly unitId: string;
  readonly unit: string;
  readonly arrivedAt: string | null;
  /** Who came. */
  readonly arrived: string | null;
  readonly recordedBy: string | null;
  /** `absent`: the time is over and nobody came; `late`: somebody came after it; `released`: it ended before. */
  readonly standing: 'awaited' | 'there' | 'late' | 'absent' | 'released';
  readonly ofUnit: WhistleScore | null;
  readonly ofCaller: WhistleScore | null;
  readonly tasks: readonly WhistleTask[];
  /** Whether the asker may score who called, for this unit, now. */
  readonly canScoreCaller: boolean;
  /** Whether the asker may score this unit, for who called, now. */
  readonly canScoreUnit: boolean;
}

/** A whistle in the list. */
export interface WhistleItem {
  readonly id: string;
  readonly caseId: string;
  readonly code: string;
  readonly title: string;
  readonly kind: string;
  readonly caller: string;
  readonly place: string;
  readonly at: string;
  readonly called: number;
  readonly there: number;
  readonly endedAt: string | null;
}

/** A whole whistle. */
export interface WhistleView extends WhistleItem {
  readonly text: string;
  /** Until when a unit is in time. */
  readonly reportBy: string;
  readonly blownBy: string;
  readonly blownAt: string;
  readonly outcome: string | null;
  readonly endedBy: string | null;
  readonly units: readonly WhistleUnit[];
  /** Whether the asker acts for who called: takes down who came, and ends it. */
  readonly canRecord: boolean;
}
