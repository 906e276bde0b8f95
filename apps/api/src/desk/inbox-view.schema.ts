import { z } from 'zod';
import { inboxLookSchema } from '@lianban/casework';
import { boxSchema } from '../tasks/task.schema.js';

/** A saved view. */
export const inboxViewSchema = z
  .object({
    id: z.string(),
    box: boxSchema,
    name: z.string(),
    look: inboxLookSchema,
    own: z.boolean().describe('Others see it, and copy it'),
    owner: z.string(),
    unit: z.object({ id: z.string(), name: z.string() }).nullable().describe('With whom it is shared'),
  })
  .meta({ id: 'InboxView' });

/** Saved views. */
export const inboxViewsSchema = z.array(inboxViewSchema);
