import { z } from 'zod';

const day = z.iso.date('日期应为 YYYY-MM-DD');
const time = z.string().regex(/^([01]\d|2[0-3]):[0-5]\d$/u, '时间应为 HH:MM');
const place = z.string().trim().min(1, '请填写地点').max(100, '地点不能超过 100 字');
const note = z.string().trim().max(500, '备注不能超过 500 字').default('');

const host = z
  .object({
    name: z.string().trim().min(1, '请填写姓名').max(50, '姓名不能超过 50 字'),
    office: z.string().trim().min(1, '请填写职务').max(100, '职务不能超过 100 字'),
  })
  .meta({ id: 'ReceptionHost', description: 'Who receives' });
const hosts = z.array(host).min(1, '请填写接待人').max(10, '接待人最多 10 名');

/** A reception that is to be, or a series of them. */
export const receptionPlanSchema = z
  .object({
    unit: z.string().min(1, '请选择单位').max(64).describe('Id of the unit that holds it'),
    kind: z.string().min(1, '请选择接待类型').max(40).describe('Code of one of `GET reception-kinds`'),
    day: day.describe('The only day, or the first of a series'),
    from: time.describe('As the clocks of the installation show it'),
    to: time,
    place,
    hosts,
    slotMinutes: z.int().min(5, '每段至少 5 分钟').max(240, '每段最多 240 分钟'),
    slots: z.int().min(1, '至少一个时段').max(60, '最多 60 个时段'),
    note,
    publish: z.boolean().default(false).describe('Whether residents may book at once'),
    series: z
      .object({
        every: z.enum(['week', 'month']),
        until: day.describe('The last day on which one may be held'),
        dayOff: z.enum(['skip', 'move']).describe('What becomes of one that falls on a day off'),
      })
      .optional(),
  })
  .meta({ id: 'ReceptionPlan' });

/** What may still be changed of a reception that is planned. */
export const receptionEditSchema = z.object({ place, hosts, note }).meta({ id: 'ReceptionEdit' });

const following = z.boolean().default(false).describe('Whether those of the series after it are meant too');

/** Lets residents book. */
export const publishingSchema = z.object({ following }).meta({ id: 'ReceptionPublishing' });

/** Calls a reception off. */
export const callingOffSchema = z
  .object({ following, reason: z.string().trim().min(1, '请写明取消原因').max(200, '原因不能超过 200 字') })
  .meta({ id: 'ReceptionCancelling' });

export const receptionStates = ['draft', 'published', 'held', 'cancelled'] as const;

/** How a reception stands: `draft` is planned and not told, `published` can be booked. */
export type ReceptionState = (typeof receptionStates)[number];

/** Which receptions are asked for. */
export const receptionQuerySchema = z.object({
  from: day.optional(),
  to: day.optional(),
  unit: z.string().max(64).optional().describe('Of this unit and those below it'),
});

export type Host = z.output<typeof host>;
export type ReceptionPlan = z.output<typeof receptionPlanSchema>;
export type Series = NonNullable<ReceptionPlan['series']>;
export type ReceptionEdit = z.output<typeof receptionEditSchema>;
export type Publishing = z.output<typeof publishingSchema>;
export type CallingOff = z.output<typeof callingOffSchema>;
export type ReceptionQueryFilter = z.output<typeof receptionQuerySchema>;

/** What came of planning. */
export interface PlannedReceptions {
  readonly receptions: readonly { readonly id: string; readonly day: string }[];
  /** Days of the series on which none is held, as they are days off. */
  readonly skipped: readonly string[];
}

/** A reception in a list. */
export interface ReceptionItem {
  readonly id: string;
  readonly seriesId: string | null;
  readonly unit: { readonly id: string; readonly name: string };
  readonly kind: { readonly code: string; readonly name: string };
  readonly day: string;
  readonly from: string;
  readonly to: string;
  readonly place: string;
  readonly hosts: readonly Host[];
  readonly slots: number;
  /** How many of the slots are taken. */
  readonly taken: number;
  readonly state: ReceptionState;
  /** Why it was called off. */
  readonly reason: string | null;
  /** Name of the holiday on which it falls by now. */
  readonly dayOff: string | null;
}

/** A part of a reception for one appointment, by its number from 1. */
export interface SlotTime {
  readonly slot: number;
  readonly from: string;
  readonly to: string;
}

/** A unit that has held no reception for longer than it should. */
export interface OverdueUnit {
  readonly id: string;
  readonly name: string;
  readonly everyDays: number;
  /** The day of the last one that was held. */
  readonly last: string | null;
  /** The day of the next one that can be booked. */
  readonly next: string | null;
}
