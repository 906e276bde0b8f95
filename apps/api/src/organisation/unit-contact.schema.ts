import { z } from 'zod';
import { inOrder } from '@lianban/organisation';
import { instantSchema } from '../http/paging.js';

const time = z.string().regex(/^(?:[01]\d|2[0-3]):[0-5]\d$/u, '时间格式为 HH:mm');

const partsSchema = z
  .array(z.object({ from: time, to: time }).meta({ id: 'OpenPart' }))
  .max(4)
  .refine(inOrder, '每段的结束要晚于开始，各段依次排列、互不重叠')
  .readonly();

/** When a unit receives residents. */
export const hoursSchema = z
  .object({
    calendar: z.string().min(1, '请选择工作日历').max(40).describe('Id of the calendar that tells working days'),
    workingDays: partsSchema.describe('On working days, make-up days among them'),
    daysOff: partsSchema.describe('On weekends and holidays; none: closed'),
  })
  .meta({ id: 'OpeningHours' });

/** A point on the map. */
export const positionSchema = z
  .object({
    longitude: z.number().min(-180, '经度为 -180 到 180').max(180, '经度为 -180 到 180'),
    latitude: z.number().min(-90, '纬度为 -90 到 90').max(90, '纬度为 -90 到 90'),
  })
  .meta({ id: 'Position' });

/** Where residents find a unit, and when. */
const contactFields = z.object({
  address: z.string().trim().max(200, '地址不能超过 200 字').describe('Empty: not told'),
  telephone: z
    .string()
    .trim()
    .regex(/^[\d+()（）\-、 转]{0,60}$/u, '电话只能含数字、空格、括号、短横、顿号和“转”')
    .describe('Of the office, never of a person; empty: not told'),
  hours: hoursSchema.nullable(),
  position: positionSchema.nullable(),
});

/** A change of it, with the grounds. */
export const newUnitContactSchema = contactFields
  .extend({
    version: z.int().min(0).describe('Of the latest decision, from which this one starts; 0: there is none'),
    reason: z.string().trim().min(1, '请填写依据').max(200, '依据不能超过 200 字'),
  })
  .meta({ id: 'NewUnitContact' });

/** What was decided last, the newest first: that one holds. */
export const unitContactsSchema = z.array(
  contactFields
    .extend({ version: z.int(), reason: z.string(), by: z.string().describe('Empty: as installed'), at: instantSchema })
    .meta({ id: 'UnitContact' }),
);
