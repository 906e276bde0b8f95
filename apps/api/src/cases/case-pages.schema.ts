import { z } from 'zod';
import { caseStates, termActs, termStates } from '@lianban/casework';
import { instantSchema } from '../http/paging.js';

const termEntrySchema = z
  .object({
    at: instantSchema,
    act: z.enum(termActs),
    actor: z.string().nullable().describe('Null: the system'),
    reason: z.string().nullable(),
    by: z.string().nullable().describe('Of an extension: its duration in ISO 8601'),
    dueAtBefore: instantSchema.nullable().describe('Null where the end did not move'),
    dueAt: instantSchema,
  })
  .meta({ id: 'TermEntry' });

/** The ledger of the clocks of a case. */
export const ledgerSchema = z.array(
  z
    .object({
      id: z.string(),
      kind: z.enum(['step', 'contact']).describe('`contact`: until when the resident is to be spoken to first'),
      step: z.string().nullable(),
      unit: z.string().nullable(),
      holder: z.string().nullable(),
      definition: z.object({ key: z.string(), name: z.string(), version: z.int() }).nullable(),
      elementId: z.string().describe('Of the timer event that is the rule'),
      duration: z.string().nullable().describe('In ISO 8601; null for a fixed instant'),
      calendarId: z.string().nullable(),
      calendar: z.string().nullable(),
      workingTime: z.boolean().describe('Whether its days are working days'),
      startedAt: instantSchema,
      warnAt: instantSchema.nullable(),
      dueAt: instantSchema,
      state: z.enum(termStates),
      endedAt: instantSchema.nullable(),
      left: z.string().nullable().describe('As 剩 2 个工作日: when it ended, or now; null while it stands'),
      entries: z.array(termEntrySchema),
    })
    .meta({ id: 'LedgerTerm' }),
);

/** Cases that may have to do with one. */
export const relatedSchema = z.array(
  z
    .object({
      id: z.string(),
      code: z.string(),
      title: z.string(),
      state: z.enum(caseStates),
      stateName: z.string(),
      address: z.string().nullable(),
      unit: z.string(),
      receivedAt: instantSchema,
      similarity: z.number().describe('From 0 to 1: how much of the words they share'),
      samePerson: z.boolean().nullable().describe('Null to who may not see residents'),
      sameAddress: z.boolean(),
    })
    .meta({ id: 'RelatedCase' }),
);
