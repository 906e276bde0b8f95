import { z } from 'zod';
import { instantSchema } from '../http/paging.js';

const workSchema = z
  .object({ registered: z.int(), handled: z.int(), lapsed: z.int() })
  .meta({ id: 'UnitWork', description: 'Requests asked for first, tasks finished, terms run out' });

const recordSchema = z
  .object({
    counts: workSchema,
    remark: z.string(),
    signedBy: z.string(),
    signedAt: instantSchema,
    receivedBy: z.string().nullable(),
    receivedAt: instantSchema.nullable(),
  })
  .meta({ id: 'SignedRecord' });

/** The records of a unit in a month. */
export const unitRecordsSchema = z
  .object({
    unit: z.object({ id: z.string(), name: z.string() }),
    month: z.string(),
    days: z.array(
      z
        .object({
          day: z.string(),
          working: z.boolean(),
          work: workSchema,
          record: recordSchema.nullable(),
          missing: z.boolean().describe('A working day that is over and that nobody has signed'),
          canSign: z.boolean(),
        })
        .meta({ id: 'UnitDay' }),
    ),
    missing: z.int(),
    total: workSchema,
    agenda: z.array(
      z
        .object({
          id: z.string(),
          code: z.string(),
          title: z.string(),
          step: z.string(),
          dueAt: instantSchema.nullable(),
          late: z.boolean(),
        })
        .meta({ id: 'AgendaCase' }),
    ),
    meeting: recordSchema.nullable(),
    report: recordSchema.nullable(),
    canSign: z.boolean().describe('Meeting and report'),
    canReceive: z.boolean().describe('Say that the report was read'),
  })
  .meta({ id: 'UnitRecords' });
