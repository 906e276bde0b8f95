import { z } from 'zod';
import { unitChangeKinds, unitKinds } from '@lianban/organisation';
import { instantSchema } from '../http/paging.js';

/** A unit that is to be. */
export const newUnitSchema = z
  .object({
    id: z
      .string()
      .regex(/^[a-z0-9]+(?:-[a-z0-9]+)*$/u, '编码应为小写字母、数字和单个连字符')
      .max(64)
      .describe('Stable code; never used again'),
    name: z.string().trim().min(1, '请填写名称').max(100),
    kind: z.enum(unitKinds),
    parent: z.string().min(1, '请选择上级单位').max(64),
    areaCode: z
      .string()
      .regex(/^\d{2,12}$/u, '区划代码应为 2 至 12 位数字')
      .optional(),
  })
  .meta({ id: 'NewUnit' });

const unitRefSchema = z.object({ id: z.string(), name: z.string() });

const changeSchema = z
  .object({
    kind: z.enum(unitChangeKinds),
    day: z.iso.date(),
    before: z.string().nullable().describe('Name or parent before'),
    after: z.string().nullable().describe('Name or parent from then on, or the successor'),
    reason: z.string(),
    by: z.string(),
    holds: z.boolean().describe('False: it is still to come'),
  })
  .meta({ id: 'UnitChange' });

/** A unit with its people and what became of it. */
export const unitDetailSchema = z
  .object({
    id: z.string(),
    name: z.string(),
    kind: z.enum(unitKinds),
    parent: unitRefSchema.nullable(),
    areaCode: z.string().nullable(),
    validFrom: instantSchema,
    validTo: instantSchema.nullable(),
    successor: unitRefSchema.nullable().describe('Who goes on with what was its'),
    changes: z.array(changeSchema).describe('The latest first'),
  })
  .meta({ id: 'UnitDetail' });

/** Units of the tree, also those that have ended. */
export const unitTreeSchema = z.array(
  z
    .object({
      id: z.string(),
      name: z.string(),
      kind: z.enum(unitKinds),
      parentId: z.string().nullable(),
      ended: z.boolean(),
    })
    .meta({ id: 'UnitOfTree' }),
);

/** What a change would do. */
export const unitThingsSchema = z
  .object({
    things: z
      .array(
        z
          .object({
            what: z.enum([
              'tasks',
              'sides',
              'dispatch-rules',
              'bulletins',
              'meetings',
              'pledges',
              'receptions',
              'cases',
              'members',
              'grants',
              'parts',
            ]),
            count: z.int(),
            open: z.boolean().describe('A unit without a successor cannot end while there is something of it'),
          })
          .meta({ id: 'ThingOfUnit' }),
      )
      .describe('What is with the unit and follows it'),
    named: z.array(z.string()).describe('Processes in use that name the unit; they are led to its successor'),
    fits: z
      .object({ parents: z.array(z.enum(unitKinds)), successors: z.array(z.enum(unitKinds)) })
      .describe('Kinds of the units below which it may lie, and of those that may go on with what was its'),
  })
  .meta({ id: 'UnitThings' });
