import { z } from 'zod';
import { workflowDraftSummarySchema, workflowEditorSchema } from '@lianban/casework';
import { instantSchema, pageSchema } from '../http/paging.js';

/** The key of a workflow in an address; it need not be deployed yet. */
export const workflowKeySchema = z.string().min(1).max(200);

/** The own drafts, by key. */
export const workflowDraftPageSchema = pageSchema(workflowDraftSummarySchema).meta({ id: 'WorkflowDraftPage' });

/** Who else is at a workflow, and what is deployed of it by now. */
export const workflowPresenceSchema = z
  .object({
    editors: z.array(workflowEditorSchema).describe('Others who have it open or have a draft of it'),
    latest: z
      .object({ version: z.int(), deployedAt: instantSchema, deployedBy: z.string() })
      .nullable()
      .describe('Null before it was deployed for the first time'),
  })
  .meta({ id: 'WorkflowPresence' });

/** Files with decisions of the latest versions of all workflows. */
export const decisionFilePageSchema = pageSchema(
  z
    .object({
      key: z.string().describe('Of the workflow'),
      name: z.string().describe('Of the workflow'),
      version: z.int(),
      file: z.string(),
      decisions: z.array(z.object({ id: z.string(), name: z.string() })),
      changes: z
        .array(z.object({ version: z.int(), deployedAt: instantSchema }))
        .describe('Which of the last 50 versions changed the file, the newest first'),
    })
    .meta({ id: 'DecisionFile' }),
).meta({ id: 'DecisionFilePage' });
