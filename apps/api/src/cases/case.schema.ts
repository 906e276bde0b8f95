import { z } from 'zod';
import { caseLevels, caseStates, closingNeeds, figureQuerySchema, recusalKinds } from '@lianban/casework';
import { instantSchema, lightSchema, namedSchema, pageSchema, pagingSchema } from '../http/paging.js';
import { sideSchema } from '../supervisions/supervision.schema.js';
import { outcomeSchema, taskRefSchema } from '../tasks/task.schema.js';

const stateSchema = z.enum(caseStates).meta({ id: 'CaseState' });
const levelSchema = z.enum(caseLevels).meta({ id: 'Level' });
/** Which of the three ways a case goes: window, mutual aid, coordination. */
export const laneSchema = z.enum(['window', 'mutual', 'coordination']).meta({ id: 'Lane' });
const unitSchema = z.object({ id: z.string(), name: z.string() }).meta({ id: 'UnitRef' });

/** What a list of cases asks for. */
export const caseQuerySchema = pagingSchema.extend({
  ...figureQuerySchema.shape,
  q: z.string().max(100).optional().describe('Words of the title, the text or the address; or the code'),
  state: z.enum(caseStates).optional(),
  campaign: z.string().max(40).optional().describe('Code of a campaign'),
  historic: z
    .enum(['true', 'false'])
    .optional()
    .transform((historic) => historic === 'true')
    .describe('`true`: about long-standing matters only'),
  unit: z.string().max(64).optional().describe('That this unit, or one below it, ever held'),
  since: z.iso.datetime({ offset: true }).optional().describe('Received from this instant on'),
  before: z.iso.datetime({ offset: true }).optional().describe('Received before this instant'),
});

/** A case query as it was checked at the edge. */
export type CaseQueryInput = z.output<typeof caseQuerySchema>;

/** The answer to filing a case. */
export const registeredCaseSchema = z
  .object({
    id: z.string(),
    code: z.string(),
    queryCode: z
      .string()
      .describe(
        'For the resident: asks about the case without an account. Empty for who is concerned by the complaint',
      ),
    state: stateSchema,
    tasks: z.array(taskRefSchema),
  })
  .meta({ id: 'RegisteredCase' });

/** A page of cases. */
export const casePageSchema = pageSchema(
  z
    .object({
      id: z.string(),
      code: z.string(),
      title: z.string(),
      category: namedSchema.nullable(),
      historic: z.boolean().describe('About a long-standing matter'),
      state: stateSchema,
      level: levelSchema.nullable(),
      unit: z.string().nullable(),
      receivedAt: instantSchema,
      dueAt: instantSchema.nullable(),
      light: lightSchema.nullable(),
      remaining: z.string().nullable(),
    })
    .meta({ id: 'CaseSummary' }),
).meta({ id: 'CasePage' });

const caseTaskSchema = z
  .object({
    id: z.string(),
    elementId: z.string(),
    name: z.string(),
    unit: z.string().nullable(),
    assignee: z.string().nullable(),
    receivedAt: instantSchema,
    dueAt: instantSchema.nullable(),
    light: lightSchema.nullable(),
    remaining: z.string().nullable(),
    outcomes: z.array(outcomeSchema),
    hasForm: z.boolean().describe('It has a form to fill in'),
    canClaim: z.boolean(),
    canRelease: z.boolean(),
    canComplete: z.boolean(),
    canRate: z.boolean().describe('A callback that the asker holds'),
    canTransfer: z.boolean(),
    canRecuse: z.boolean().describe('Step aside from the case'),
  })
  .meta({ id: 'CaseTask' });

const caseRefSchema = z.object({ id: z.string(), code: z.string(), title: z.string() }).meta({ id: 'CaseRef' });

/** A whole case; personal data is masked. */
export const caseSchema = z
  .object({
    id: z.string(),
    code: z.string(),
    title: z.string(),
    text: z.string(),
    channel: namedSchema,
    kind: namedSchema.nullable().describe('What the resident comes with'),
    campaign: namedSchema.nullable().describe('For which it was registered'),
    historic: z
      .object({ since: z.string().describe('Year or day'), reason: z.string() })
      .nullable()
      .describe('The matter is a long-standing one'),
    category: namedSchema.nullable(),
    address: z.string().nullable(),
    station: unitSchema.nullable(),
    resident: z.object({ name: z.string(), phone: z.string().nullable() }).nullable().describe('Masked'),
    anonymous: z.boolean(),
    notice: z.int().nullable().describe('Version of the notice of how personal data is used that the resident read'),
    urgency: z.enum(['normal', 'urgent']),
    state: stateSchema,
    stateName: z.string(),
    level: levelSchema.nullable(),
    lane: laneSchema.describe('In which of the three ways it is handled, or was'),
    registeredBy: z.object({ name: z.string() }).nullable(),
    firstUnit: unitSchema,
    owner: unitSchema.describe('The unit that is responsible: the one asked first, until another accepts the case'),
    closingNeeds: z.array(z.enum(closingNeeds)).describe('What closing it needs beside an opinion'),
    about: unitSchema.nullable().describe('The unit that is complained of; it steps aside'),
    recused: z.array(z.object({ name: z.string(), kind: z.enum(recusalKinds) })).describe('Who steps aside from it'),
    receivedAt: instantSchema,
    closedAt: instantSchema.nullable(),
    definition: z.object({ key: z.string(), version: z.int(), name: z.string() }).nullable(),
    tasks: z.array(caseTaskSchema),
    disposition: namedSchema.nullable().describe('How the matter was settled last'),
    reply: z.string().nullable().describe('What the resident was told last'),
    exit: namedSchema.nullable().describe('Why it was not handled here'),
    mergedInto: caseRefSchema.nullable().describe('The case with which it is handled'),
    merged: z.array(caseRefSchema).describe('Cases that are handled with it'),
    sides: z.array(sideSchema).describe('What goes on beside the case: helpers, supervision orders, follow-ups'),
    canReopen: z.boolean().describe('Whether the asker may take it up again now'),
    canSeparate: z.boolean().describe('Whether the asker may handle it by itself again'),
    canWithdraw: z.boolean().describe('Whether the asker may take it back now'),
    legalHold: z
      .object({ reason: z.string(), by: z.string(), at: z.string() })
      .nullable()
      .describe('Why the personal data are kept beyond their term'),
    anonymised: z.boolean().describe('The personal data are gone, as their term was over'),
    canHold: z.boolean().describe('Whether the asker may hold the personal data, or let them go'),
    canMarkHistoric: z.boolean().describe('Whether the asker may say that the matter is a long-standing one'),
    returns: z.int(),
    escalations: z.int(),
  })
  .meta({ id: 'Case' });

/** A page of a case's history. */
export const historySchema = pageSchema(
  z
    .object({
      seq: z.int(),
      at: instantSchema,
      kind: z.string().describe('registered, claimed, released, completed, lapsed, overdue, cancelled, closed …'),
      title: z.string(),
      actor: z
        .object({ name: z.string(), role: z.string().nullable(), unit: z.string().nullable() })
        .nullable()
        .describe('Null: the system'),
      onBehalfOf: z.string().nullable(),
      step: z.string().nullable(),
      elementId: z.string().nullable(),
      unit: z.string().nullable(),
      opinion: z.string().nullable(),
      detail: z.record(z.string(), z.unknown()),
      receivedAt: instantSchema.nullable(),
      finishedAt: instantSchema.nullable(),
      durationText: z.string().nullable(),
      definitionKey: z.string().nullable(),
      definitionVersion: z.int().nullable(),
    })
    .meta({ id: 'HistoryEntry' }),
).meta({ id: 'History' });

const elementStateSchema = z
  .object({
    state: z.enum(['done', 'current', 'untouched', 'rejected']),
    who: z.string().optional(),
    at: instantSchema.optional(),
    dueAt: instantSchema.optional(),
  })
  .meta({ id: 'ElementState' });

const elementsSchema = z
  .record(z.string(), elementStateSchema)
  .meta({ id: 'ElementStates', description: 'By id of the element or flow; what is missing is untouched' });

/** The diagram of a case, in its own version, with its present position; and those of the processes it called. */
export const diagramSchema = z
  .object({
    xml: z.string(),
    elements: elementsSchema,
    processes: z.array(
      z.object({ key: z.string(), name: z.string(), version: z.int(), xml: z.string(), elements: elementsSchema }),
    ),
  })
  .meta({ id: 'CaseDiagram' });
