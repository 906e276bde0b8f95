import { z } from 'zod';
import { instantSchema, pageSchema } from '../http/paging.js';
import { planChangesSchema } from './plan-changes.schema.js';

/** One version of a process. */
export const workflowSchema = z
  .object({
    key: z.string(),
    name: z.string(),
    version: z.int(),
    deployedAt: instantSchema,
    suspended: z.boolean().describe('Nothing is started by it for now'),
  })
  .meta({ id: 'Workflow' });

/** The latest version of every process, by key. */
export const workflowPageSchema = pageSchema(workflowSchema).meta({ id: 'WorkflowPage' });

/** A version of a process with its diagram, byte for byte as it was deployed. */
export const workflowVersionSchema = workflowSchema.extend({ xml: z.string() }).meta({ id: 'WorkflowVersion' });

const fileSchema = z.object({ name: z.string().min(1).max(200), content: z.string().max(10_000_000) });

/** Everything that was deployed together with a version. */
export const workflowFilesSchema = z.object({ files: z.array(fileSchema) }).meta({ id: 'WorkflowFiles' });

/** What a diagram may name here: who handles, and by which calendar terms are counted. */
export const workflowNamesSchema = z
  .object({
    roles: z.array(z.object({ id: z.string(), name: z.string() })),
    units: z.array(z.object({ id: z.string(), name: z.string(), kind: z.string() })),
    calendars: z.array(
      z.object({
        id: z.string(),
        name: z.string(),
        timeZone: z.string(),
        hours: z.object({
          opens: z.string(),
          closes: z.string(),
          breaks: z.array(z.object({ from: z.string(), to: z.string() })).optional(),
        }),
        kind: z.enum(['working', 'natural-days', 'continuous']),
        overrides: z.array(z.object({ date: z.string(), working: z.boolean(), name: z.string() })),
        basis: z.literal('china'),
        noticedYears: z.array(z.int()).optional(),
      }),
    ),
    forms: z.array(z.object({ id: z.string(), name: z.string() })),
    timeZone: z.string().describe('Of dates that name none'),
  })
  .meta({ id: 'WorkflowNames' });

/** The number of a version in an address. */
export const versionSchema = z.coerce.number().int().min(1).max(2_147_483_647);

/** Files that are deployed together; a single diagram may be sent as XML instead. */
export const deploymentSchema = z
  .object({
    files: z.array(fileSchema).min(1).max(50),
    bases: z
      .record(z.string().min(1).max(200), z.int().min(0))
      .optional()
      .describe('For processes by key, the latest version that is known, 0 for none: a newer one refuses with 409'),
  })
  .meta({ id: 'Deployment' });

const problemItemSchema = z
  .object({
    severity: z.enum(['error', 'warning']),
    code: z.string(),
    element: z.string().optional(),
    message: z.string(),
    file: z.string().optional(),
  })
  .meta({ id: 'WorkflowProblem' });

/** What a deployment came to: `key` and `version` are those of its first process. */
export const deployedSchema = z
  .object({
    key: z.string(),
    version: z.int(),
    definitions: z.array(z.object({ key: z.string(), name: z.string(), version: z.int(), isNew: z.boolean() })),
    problems: z.array(problemItemSchema).describe('Warnings; errors refuse the deployment'),
  })
  .meta({ id: 'DeployResult' });

const obstacleSchema = z.object({ element: z.string(), message: z.string() });

/** What the going over of all instances of a version would come to. */
export const migrationPreviewSchema = z
  .object({
    mapping: z.record(z.string(), z.string()).describe('Old id to new id'),
    unmapped: z.array(z.string()).describe('Elements without a counterpart'),
    problems: z.array(obstacleSchema),
    total: z.int(),
    movable: z.int(),
    immovable: z.array(z.object({ instanceId: z.string(), reason: z.string() })).describe('The first 100'),
  })
  .meta({ id: 'MigrationPreview' });

/** Where to, and what is changed in the plan that is made by itself. */
export const migrationSchema = z
  .object({ to: z.int().min(1).describe('Version to go over to'), changes: planChangesSchema.optional() })
  .meta({ id: 'Migration' });
