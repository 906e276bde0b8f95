import { z } from 'zod';

/** What of a person's may look different now: lines of their inboxes, or what they were told. */
export type Subject = 'tasks' | 'notices';

/** Channel of the database on which processes tell each other. */
export const newsChannel = 'lianban_news';

/** What processes tell each other: ids only, whoever hears it looks for itself. */
export const newsSchema = z.object({ cases: z.array(z.uuid()), people: z.array(z.uuid()) }).partial();
