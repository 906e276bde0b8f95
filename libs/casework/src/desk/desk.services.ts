import { CaseDrafts } from './case-drafts.service.js';
import { InboxViews } from './inbox-views.service.js';
import { PreferenceService } from './preference.service.js';
import { TaskDrafts } from './task-draft.service.js';

/** What keeps a desk as its person wants it. */
export const deskServices = [CaseDrafts, InboxViews, PreferenceService, TaskDrafts] as const;
