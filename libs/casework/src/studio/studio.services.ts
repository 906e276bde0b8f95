import { WorkflowDrafts } from './workflow-drafts.service.js';
import { WorkflowEditors } from './workflow-editors.service.js';

/** What people share who draw workflows. */
export const studioServices = [WorkflowDrafts, WorkflowEditors] as const;
