import { z } from 'zod';
import { boxes, caseStates, inboxConditionsQuery, inboxSorts } from '@lianban/casework';
import { problemSchema } from '../http/problem.js';
import { instantSchema, lightSchema, namedSchema, pageSchema, pagingSchema } from '../http/paging.js';

/** One of the boxes of an inbox. */
export const boxSchema = z.enum(boxes).meta({ id: 'Box', description: '待办 待签收 已办 我登记的 抄送我' });

/** What one asks of an inbox. */
export const inboxQuerySchema = pagingSchema.extend({
  box: boxSchema.default('todo'),
  sort: z.enum(inboxSorts).default('due').describe('Boxes of past work are always newest first'),
  q: z.string().max(100).optional().describe('Words of the title, the text or the address; or the code'),
  ...inboxConditionsQuery.shape,
});

/** An inbox query as it was checked at the edge. */
export type InboxQueryInput = z.output<typeof inboxQuerySchema>;

const taskSchema = z
  .object({
    id: z.string(),
    caseId: z.string(),
    code: z.string(),
    title: z.string(),
    category: namedSchema.nullable(),
    channel: z.string(),
    residentName: z.string().nullable().describe('Masked'),
    step: z.string().nullable(),
    elementId: z.string().nullable(),
    unit: z.string().nullable(),
    unitId: z.string().nullable(),
    assignee: z.string().nullable(),
    receivedAt: instantSchema,
    dueAt: instantSchema.nullable(),
    light: lightSchema.nullable(),
    remaining: z.string().nullable().describe('As 剩 2 个工作日'),
    suspended: z.boolean(),
    completedAt: instantSchema.nullable(),
    state: z.enum(caseStates).describe('Of the case'),
  })
  .meta({ id: 'Task' });

const countsSchema = z
  .object({ todo: z.int(), claimable: z.int(), done: z.int(), registered: z.int(), copied: z.int() })
  .meta({ id: 'BoxCounts', description: 'Counting stops at 1,000' });

/** A page of an inbox. */
export const inboxSchema = pageSchema(taskSchema).extend({ counts: countsSchema }).meta({ id: 'Inbox' });

/** What the lines of a box offer to be chosen from. */
export const inboxChoicesSchema = z
  .object({
    categories: z.array(namedSchema),
    channels: z.array(namedSchema),
    units: z.array(namedSchema).describe('Of each the id as its code'),
    steps: z.array(z.string()),
  })
  .meta({ id: 'InboxChoices' });

/** Of which box. */
export const boxQuerySchema = z.object({ box: boxSchema });

export type BoxQuery = z.output<typeof boxQuerySchema>;

/** One way of finishing a task. */
export const outcomeSchema = z
  .object({
    id: z.string(),
    name: z.string(),
    opinion: z.enum(['required', 'optional']),
    closes: z.boolean().optional().describe('Settles the matter: takes a disposition and a reply to the resident'),
    tries: z.int().optional().describe('How many contacts in vain, in hours of their own, must stand on record before'),
    act: z.string().optional().describe('Chosen by this act on the case, never by completing the task'),
  })
  .meta({ id: 'Outcome' });

/** People to whom a task can be handed. */
export const colleaguesSchema = z.array(
  z.object({ id: z.string(), name: z.string(), post: z.string() }).meta({ id: 'Colleague' }),
);

/** Units to which a task can be handed. */
export const handOverUnitsSchema = z.array(z.object({ id: z.string(), name: z.string() }).meta({ id: 'HandOverUnit' }));

/** A task that follows from an act. */
export const taskRefSchema = z
  .object({
    id: z.string(),
    elementId: z.string(),
    name: z.string(),
    unit: z.string().nullable(),
    dueAt: instantSchema.nullable(),
  })
  .meta({ id: 'TaskRef' });

/** The answer to an act on a task. */
export const taskAnswerSchema = z.object({ tasks: z.array(taskRefSchema) }).meta({ id: 'TaskAnswer' });

/** What became of a batch: true counts, and the fate of every task in the order in which they were named. */
export const taskBatchAnswerSchema = z
  .object({
    total: z.int(),
    done: z.int(),
    refused: z.int(),
    tasks: z.array(
      z
        .object({
          id: z.string(),
          code: z.string().nullable().describe('Of its case; null where one may know nothing of it'),
          done: z.boolean(),
          problem: problemSchema.nullable().describe('Why it was refused'),
        })
        .meta({ id: 'TaskFate' }),
    ),
  })
  .meta({ id: 'TaskBatchAnswer' });

export type TaskBatchAnswer = z.output<typeof taskBatchAnswerSchema>;
