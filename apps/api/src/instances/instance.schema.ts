import { z } from 'zod';
import { instantSchema, pageSchema, pagingSchema } from '../http/paging.js';
import { planChangesSchema } from '../workflows/plan-changes.schema.js';
import { versionSchema } from '../workflows/workflow.schema.js';

const idSchema = z.string().min(1).max(200);
const keySchema = z.int().min(1);
const variablesSchema = z.record(z.string().max(200), z.unknown());
const flag = z.enum(['true', 'false']).transform((text) => text === 'true');

const startSchema = { scope: keySchema.optional(), variables: variablesSchema.optional() };

const instructionSchema = z
  .discriminatedUnion('do', [
    z.object({ do: z.literal('cancel'), key: keySchema }),
    z.object({ do: z.literal('cancel-all'), elementId: idSchema }),
    z.object({ do: z.literal('start-before'), elementId: idSchema, ...startSchema }),
    z.object({ do: z.literal('start-after'), elementId: idSchema, ...startSchema }),
    z.object({ do: z.literal('take-flow'), flowId: idSchema, ...startSchema }),
  ])
  .meta({ id: 'ModifyInstruction' });

const reasonSchema = z.string().trim().min(1).max(1_000);

/** An operation on one instance or, in a batch, on many. */
export const operationSchema = z
  .discriminatedUnion('type', [
    z.object({ type: z.literal('suspend') }),
    z.object({ type: z.literal('resume') }),
    z.object({ type: z.literal('cancel'), reason: reasonSchema }),
    z.object({ type: z.literal('set-variables'), variables: variablesSchema }),
    z.object({
      type: z.literal('modify'),
      instructions: z.array(instructionSchema).min(1).max(100),
      reason: reasonSchema,
    }),
    z.object({
      type: z.literal('migrate'),
      process: idSchema.describe('Key of the process to go over to'),
      version: z.int().min(1),
      changes: planChangesSchema.optional(),
    }),
    z.object({ type: z.literal('retry-incidents') }),
  ])
  .meta({ id: 'InstanceOperation' });

export type OperationInput = z.output<typeof operationSchema>;

/** How an ended instance is started again. */
export const restartSchema = z
  .object({
    latestVersion: z.boolean().optional(),
    startBefore: z.array(idSchema).min(1).max(100).optional().describe('Elements to begin at instead of its start'),
  })
  .meta({ id: 'InstanceRestart' });

/** Which running instances are meant; all conditions together. */
export const instanceFilterSchema = z
  .object({
    processKey: idSchema.optional(),
    version: z.int().min(1).optional(),
    businessKey: z.string().max(200).optional(),
    elementId: idSchema.optional(),
    withIncident: z.boolean().optional(),
    suspended: z.boolean().optional(),
    instanceIds: z.array(z.uuid()).max(10_000).optional(),
  })
  .meta({ id: 'InstanceFilter' });

/** The same in an address. */
export const instanceQuerySchema = pagingSchema.extend({
  processKey: idSchema.optional(),
  version: versionSchema.optional(),
  businessKey: z.string().max(200).optional(),
  elementId: idSchema.optional(),
  withIncident: flag.optional(),
  suspended: flag.optional(),
});

const summarySchema = z
  .object({
    id: z.string(),
    processKey: z.string(),
    version: z.int(),
    businessKey: z.string().nullable(),
    parentId: z.string().nullable(),
    status: z.enum(['active', 'suspended', 'completed', 'terminated', 'failed']),
    incidents: z.int(),
    startedAt: instantSchema,
    endedAt: instantSchema.nullable(),
  })
  .meta({ id: 'Instance' });

export const instancePageSchema = pageSchema(summarySchema).meta({ id: 'InstancePage' });

/** Where an instance is; its variables are not told, as they may be personal. */
export const instanceDetailSchema = summarySchema
  .extend({
    tokens: z.array(z.object({ key: z.int(), elementId: z.string(), scope: z.int().nullable(), phase: z.string() })),
    timers: z.array(z.object({ key: z.int(), owner: z.int(), elementId: z.string(), dueAt: instantSchema })),
    openIncidents: z.array(z.object({ key: z.int(), elementId: z.string(), code: z.string(), message: z.string() })),
  })
  .meta({ id: 'InstanceDetail' });

export const startedSchema = z
  .object({ id: z.string(), processKey: z.string(), version: z.int(), status: z.string() })
  .meta({ id: 'StartedInstance' });
