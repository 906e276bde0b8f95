import { z } from 'zod';
import { instantSchema, pageSchema } from '../http/paging.js';

const deadLetterSchema = z
  .object({
    id: z.string(),
    kind: z.enum(['outbox', 'job']).describe('Something to be sent, or a wake-up of a queue'),
    name: z.string().describe('Topic or queue'),
    payload: z.unknown().describe('What it is about, without personal data'),
    reason: z.string().nullable(),
    attempts: z.int(),
    createdAt: instantSchema,
    failedAt: instantSchema,
  })
  .meta({ id: 'DeadLetter' });

export type DeadLetterAnswer = z.output<typeof deadLetterSchema>;

export const deadLettersSchema = pageSchema(deadLetterSchema).meta({ id: 'DeadLetterPage' });

const idsSchema = z.array(z.string().min(1).max(300)).min(1).max(100);

export const retrySchema = z.object({ ids: idsSchema.optional().describe('Absent: all') });

export const dropSchema = z.object({ ids: idsSchema, reason: z.string().trim().min(2).max(500) });

export const doneSchema = z.object({ done: z.int().describe('Those that were still there') });
