import { z } from 'zod';
import { caseStates } from '@lianban/casework';
import { instantSchema } from '../http/paging.js';

const stateSchema = z.enum(caseStates);

/** What a resident keeps of a request. */
export const receiptSchema = z
  .object({ code: z.string(), queryCode: z.string(), state: stateSchema })
  .meta({ id: 'Receipt' });

/** A receipt as answers say it. */
export type Receipt = z.output<typeof receiptSchema>;

/** The query code of a receipt. */
export const statusQuerySchema = z.object({ queryCode: z.string().min(1).max(16) });

/** One thing that happened, as residents read it; `kind` and `unit` are for words in another language. */
const publicStepSchema = z
  .object({ kind: z.string(), unit: z.string().nullable(), name: z.string(), at: instantSchema })
  .meta({ id: 'PublicStep' });

/** What a resident is told: what they sent themselves, no names of staff, nothing else that is personal. */
export const publicCaseSchema = z
  .object({
    code: z.string(),
    title: z.string(),
    text: z.string().nullable().describe('What the resident wrote; null where staff put it down for them'),
    files: z.array(z.string()).describe('Names of the photos and papers that the resident sent'),
    state: stateSchema,
    stateName: z.string(),
    steps: z.array(publicStepSchema),
    reply: z.string().nullable().describe('What the unit that settled the matter told the resident'),
    calledBack: z
      .boolean()
      .describe('Whether the matter is settled and the resident is asked about it, after which the case is closed'),
    canRate: z.boolean().describe('Whether the resident may rate how it was handled, now'),
    dueAt: instantSchema.nullable(),
    asked: z
      .object({ items: z.array(z.string()), text: z.string().nullable(), at: instantSchema })
      .nullable()
      .describe('The papers that are missing, as told last'),
    papers: z.array(z.object({ name: z.string(), receivedAt: instantSchema, returnedAt: instantSchema.nullable() })),
    errand: z
      .object({ mandate: z.string(), unit: z.string().nullable() })
      .nullable()
      .describe('What staff runs as an errand for the resident just now'),
  })
  .meta({ id: 'PublicCase' });
