import { z } from 'zod';
import { instantSchema } from '../http/paging.js';
import { instanceFilterSchema, operationSchema } from '../instances/instance.schema.js';

/** An operation on all running instances that a filter finds. */
export const newBatchSchema = z
  .object({ operation: operationSchema, filter: instanceFilterSchema })
  .meta({ id: 'NewBatch' });

export const batchSchema = z
  .object({
    id: z.string(),
    operation: z.string().describe('Its type'),
    total: z.int(),
    done: z.int(),
    refused: z.int(),
    state: z.enum(['running', 'finished', 'cancelled']),
    createdAt: instantSchema,
    finishedAt: instantSchema.nullable(),
  })
  .meta({ id: 'Batch' });

export const batchListSchema = z.object({ items: z.array(batchSchema) }).meta({ id: 'BatchList' });

export const batchDetailSchema = batchSchema
  .extend({
    refusals: z
      .array(z.object({ instanceId: z.string(), message: z.string() }))
      .describe('Instances that refused, with the reason; 1,000 at most'),
  })
  .meta({ id: 'BatchDetail' });
