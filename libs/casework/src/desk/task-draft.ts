import { z } from 'zod';
import type { FormValues } from '@lianban/bpmn';

/** More than a completion takes, so that what is too long is kept until it is shortened. */
const mostCharacters = 40_000;

/** What somebody has written for a task so far; nothing of it is checked before it is sent. */
export const taskDraftSchema = z
  .strictObject({
    opinion: z.string().max(8_000).default(''),
    disposition: z.string().max(64).optional(),
    reply: z.string().max(8_000).optional(),
    values: z
      .record(z.string().max(64), z.custom<FormValues[string]>())
      .refine((values) => JSON.stringify(values).length <= mostCharacters, '表单内容过长')
      .optional()
      .describe('What was filled into the form of the task'),
  })
  .meta({ id: 'TaskDraft' });

export type TaskDraft = z.output<typeof taskDraftSchema>;

/** A draft as it is kept. */
export const keptDraftSchema = z
  .object({ draft: taskDraftSchema.nullable(), savedAt: z.string().nullable() })
  .meta({ id: 'KeptTaskDraft' });

export type KeptTaskDraft = z.output<typeof keptDraftSchema>;
