import { z } from 'zod';

/** What somebody has written for a task so far; nothing of it is checked before it is sent. */
export const taskDraftSchema = z
  .strictObject({
    opinion: z.string().max(8_000).default(''),
    disposition: z.string().max(64).optional(),
    reply: z.string().max(8_000).optional(),
  })
  .meta({ id: 'TaskDraft' });

export type TaskDraft = z.output<typeof taskDraftSchema>;

/** A draft as it is kept. */
export const keptDraftSchema = z
  .object({ draft: taskDraftSchema.nullable(), savedAt: z.string().nullable() })
  .meta({ id: 'KeptTaskDraft' });

export type KeptTaskDraft = z.output<typeof keptDraftSchema>;
