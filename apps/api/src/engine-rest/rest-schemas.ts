import { z } from 'zod';
import { typedValuesSchema } from './typed-values.js';

const name = z.string().min(1).max(255);
const number = z.coerce.number().int().min(0);
const flag = z.enum(['true', 'false']).transform((text) => text === 'true');

/** Rows of one answer at most. */
const most = 1_000;

export const pageSchema = { firstResult: number.default(0), maxResults: number.max(most).default(most) };

export const definitionQuerySchema = z.object({
  key: name.optional(),
  processDefinitionKey: name.optional(),
  latest: flag.optional(),
  latestVersion: flag.optional(),
  ...pageSchema,
});

export const startSchema = z.object({
  variables: typedValuesSchema,
  businessKey: z.string().max(255).nullish(),
  withVariablesInReturn: z.boolean().nullish(),
});

export const instanceQuerySchema = z.object({
  processDefinitionKey: name.optional(),
  businessKey: z.string().max(255).optional(),
  suspended: flag.optional(),
  ...pageSchema,
});

export const taskQuerySchema = z.object({
  processInstanceId: z.uuid().optional(),
  processInstanceBusinessKey: z.string().max(255).optional(),
  processDefinitionKey: name.optional(),
  taskDefinitionKey: name.optional(),
  assignee: name.optional(),
  candidateGroup: name.optional(),
  unassigned: flag.optional(),
  ...pageSchema,
});

/** The same in a body, where flags are flags. */
export const taskQueryBodySchema = z.object({
  ...taskQuerySchema.shape,
  unassigned: z.boolean().optional(),
  firstResult: z.int().min(0).default(0),
  maxResults: z.int().min(0).max(most).default(most),
});

export const userSchema = z.object({ userId: name.nullish() });
export const completeTaskSchema = z.object({
  variables: typedValuesSchema,
  withVariablesInReturn: z.boolean().nullish(),
});

export const messageSchema = z.object({
  messageName: name,
  businessKey: z.string().max(255).nullish(),
  correlationKeys: typedValuesSchema,
  processInstanceId: z.uuid().nullish(),
  processVariables: typedValuesSchema,
  resultEnabled: z.boolean().nullish(),
});

export const signalSchema = z.object({ name, variables: typedValuesSchema });

const milliseconds = z.int().min(1).max(86_400_000);

/** Topics that a worker asks for, and how long it would wait for a task. */
export const fetchSchema = z.object({
  workerId: name,
  maxTasks: z.int().min(1).max(1_000),
  usePriority: z.boolean().nullish(),
  asyncResponseTimeout: z.int().min(0).max(300_000).nullish(),
  topics: z
    .array(
      z.object({
        topicName: name,
        lockDuration: milliseconds,
        variables: z.array(name).max(1_000).nullish(),
        businessKey: z.string().max(255).nullish(),
        processDefinitionKey: name.nullish(),
      }),
    )
    .max(200)
    .nullish(),
});

export const completeSchema = z.object({
  workerId: name,
  variables: typedValuesSchema,
  localVariables: typedValuesSchema,
});

export const failureSchema = z.object({
  workerId: name,
  errorMessage: z.string().max(4_000).nullish(),
  errorDetails: z.string().max(100_000).nullish(),
  retries: z.int().min(0).max(1_000).nullish(),
  retryTimeout: z.int().min(0).max(31_536_000_000).nullish(),
});

export const bpmnErrorSchema = z.object({
  workerId: name,
  errorCode: name,
  errorMessage: z.string().max(4_000).nullish(),
  variables: typedValuesSchema,
});

export const extendLockSchema = z.object({ workerId: name, newDuration: milliseconds });
export const retriesSchema = z.object({ retries: z.int().min(0).max(1_000) });

export const externalTaskQuerySchema = z.object({
  topicName: name.optional(),
  workerId: name.optional(),
  processInstanceId: z.uuid().optional(),
  locked: flag.optional(),
  notLocked: flag.optional(),
  noRetriesLeft: flag.optional(),
  ...pageSchema,
});

export const historyQuerySchema = z.object({
  processInstanceId: z.uuid().optional(),
  processDefinitionKey: name.optional(),
  processInstanceBusinessKey: z.string().max(255).optional(),
  finished: flag.optional(),
  unfinished: flag.optional(),
  ...pageSchema,
});

export const activityQuerySchema = z.object({ processInstanceId: z.uuid(), ...pageSchema });
