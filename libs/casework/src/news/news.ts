import { z } from 'zod';

/**
 * What of a person's may look different now: lines of their inboxes, what they were told, or who else is at a workflow
 * that they edit.
 */
export type Subject = 'tasks' | 'notices' | 'workflows';

/** Channel of the database on which processes tell each other. */
export const newsChannel = 'lianban_news';

/** What processes tell each other: ids only, whoever hears it looks for itself. */
export const newsSchema = z
  .object({ cases: z.array(z.uuid()), people: z.array(z.uuid()), editors: z.array(z.uuid()) })
  .partial();
