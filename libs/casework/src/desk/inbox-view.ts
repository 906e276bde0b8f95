import { z } from 'zod';
import { boxes, type Box } from '../tasks/inbox.js';
import { inboxLookSchema, type InboxLook } from './inbox-look.js';

const name = z.string().trim().min(1, '请填写名称').max(30, '名称不能超过 30 字');

/** A look at a box that gets a name. */
export const newInboxViewSchema = z
  .strictObject({ box: z.enum(boxes), name, look: inboxLookSchema })
  .meta({ id: 'NewInboxView' });

/** What of a view changes. */
export const inboxViewChangeSchema = z
  .strictObject({ name: name.optional(), look: inboxLookSchema.optional() })
  .meta({ id: 'InboxViewChange' });

/** With which of the own units a view is shared. */
export const inboxViewSharingSchema = z
  .strictObject({ unit: z.string().min(1).max(64).describe('Id of a unit in which one assigns tasks') })
  .meta({ id: 'InboxViewSharing' });

export type NewInboxView = z.output<typeof newInboxViewSchema>;
export type InboxViewChange = z.output<typeof inboxViewChangeSchema>;

/** A saved view, the own or one that is shared with a unit of one's own. */
export interface InboxView {
  readonly id: string;
  readonly box: Box;
  readonly name: string;
  readonly look: InboxLook;
  /** Whether it is the own: others see it, and copy it. */
  readonly own: boolean;
  readonly owner: string;
  /** With whom it is shared. */
  readonly unit: { readonly id: string; readonly name: string } | null;
}
