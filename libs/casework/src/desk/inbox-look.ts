import { z } from 'zod';
import { boxes, inboxSorts } from '../tasks/inbox.js';
import { inboxConditionsSchema } from '../tasks/inbox-conditions.js';

/** Columns of an inbox; the title leads to the case, so it is always there. */
const inboxColumns = [
  'code',
  'title',
  'category',
  'resident',
  'step',
  'unit',
  'received',
  'due',
  'channel',
  'assignee',
] as const;

/** How a list is looked at: what it shows, of what, in which order. What is absent is as usual. */
export const inboxLookSchema = z
  .strictObject({
    columns: z.array(z.enum(inboxColumns)).min(1).max(inboxColumns.length).optional().describe('In their order'),
    sort: z.enum(inboxSorts).optional(),
    pageSize: z.int().min(10).max(100).optional().describe('Lines that are asked for at once'),
    conditions: inboxConditionsSchema.optional(),
  })
  .meta({ id: 'InboxLook' });

export type InboxLook = z.output<typeof inboxLookSchema>;

const boxLook = z
  .strictObject({
    look: inboxLookSchema.optional().describe('As it was last looked at'),
    view: z.uuid().optional().describe('The saved view that the look began as'),
    first: z.uuid().optional().describe('The saved view with which the box opens'),
  })
  .optional();

/** How somebody looks at each box. */
export const inboxLooksSchema = z.strictObject({
  todo: boxLook,
  claimable: boxLook,
  done: boxLook,
  registered: boxLook,
  copied: boxLook,
} satisfies Record<(typeof boxes)[number], typeof boxLook>);
