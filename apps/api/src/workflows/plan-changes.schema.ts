import { z } from 'zod';

const idSchema = z.string().min(1).max(200);

/** What is changed in a migration plan that was made by itself. */
export const planChangesSchema = z
  .object({
    mapping: z.record(idSchema, idSchema.nullable()).optional().describe('Old id to new id; null takes a pair out'),
    anew: z.array(idSchema).max(1_000).optional().describe('Events of the new version whose terms begin anew'),
  })
  .meta({ id: 'PlanChanges' });
