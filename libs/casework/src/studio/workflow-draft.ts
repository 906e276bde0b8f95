import { z } from 'zod';

/** Characters of all files of a draft together. */
const mostDraftText = 2_000_000;

const fileSchema = z.object({ name: z.string().min(1).max(200), content: z.string().max(mostDraftText) });

/** What somebody draws of a workflow: its files as they would be deployed. */
export const workflowDraftSchema = z
  .strictObject({
    name: z.string().min(1).max(200).describe('What the workflow is called'),
    basedOn: z.int().min(0).max(2_147_483_647).describe('The version that was begun from; 0 where there is none yet'),
    files: z
      .array(fileSchema)
      .min(1)
      .max(50)
      .refine((files) => files.reduce((sum, { content }) => sum + content.length, 0) <= mostDraftText, {
        message: `expected files of at most ${mostDraftText} characters together`,
      }),
    revision: z.int().min(0).describe('Of the own draft as one knows it; 0 where one knows none'),
  })
  .meta({ id: 'WorkflowDraft' });

export type WorkflowDraft = z.output<typeof workflowDraftSchema>;

/** How a draft stands. */
export const savedDraftSchema = z
  .object({ revision: z.int(), savedAt: z.string().meta({ format: 'date-time' }) })
  .meta({ id: 'SavedWorkflowDraft' });

export type SavedWorkflowDraft = z.output<typeof savedDraftSchema>;

/** The own draft as it is kept. */
export const keptWorkflowDraftSchema = z
  .object({
    draft: workflowDraftSchema.extend({ savedAt: z.string().meta({ format: 'date-time' }) }).nullable(),
  })
  .meta({ id: 'KeptWorkflowDraft' });

export type KeptWorkflowDraft = z.output<typeof keptWorkflowDraftSchema>;

/** A draft in a list. */
export const workflowDraftSummarySchema = z
  .object({
    key: z.string(),
    name: z.string(),
    basedOn: z.int(),
    savedAt: z.string().meta({ format: 'date-time' }),
  })
  .meta({ id: 'WorkflowDraftSummary' });

export type WorkflowDraftSummary = z.output<typeof workflowDraftSummarySchema>;

/** Somebody else who has a workflow open, or has drawn at it and not deployed. */
export const workflowEditorSchema = z
  .object({
    name: z.string(),
    openSince: z.string().meta({ format: 'date-time' }).nullable(),
    draftSavedAt: z.string().meta({ format: 'date-time' }).nullable(),
  })
  .meta({ id: 'WorkflowEditor' });

export type WorkflowEditor = z.output<typeof workflowEditorSchema>;
