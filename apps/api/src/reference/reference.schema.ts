import { z } from 'zod';
import { instantSchema } from '../http/paging.js';

/** Changes of what administrators edit, the newest first. */
export const changesSchema = z.array(
  z
    .object({
      version: z.int(),
      at: instantSchema,
      by: z.string(),
      before: z.record(z.string(), z.unknown()).nullable().describe('Null: it was added'),
      after: z.record(z.string(), z.unknown()),
    })
    .meta({ id: 'ReferenceChange' }),
);

const fieldSchema = z
  .object({
    key: z.string(),
    kind: z.enum(['text', 'number', 'flag', 'choice', 'process', 'note', 'day', 'entry', 'units']),
    longest: z.int().optional().describe('Of a text or a note, in characters'),
    of: z.string().optional().describe('Key of the list to which the entry belongs'),
    least: z.int().optional(),
    most: z.int().optional(),
    notForAll: z.boolean().optional().describe('Null where it has no bearing on an entry'),
    choices: z.array(z.string()).optional().describe('Or null'),
  })
  .meta({ id: 'ReferenceField' });

const entrySchema = z
  .object({
    code: z.string(),
    name: z.string(),
    position: z.int(),
    active: z.boolean().describe('False: out of use, nobody chooses it any more'),
    values: z.record(z.string(), z.union([z.string(), z.number(), z.boolean(), z.null(), z.array(z.string())])),
    version: z.int(),
  })
  .meta({ id: 'ReferenceEntry' });

/** A list with its entries. */
export const listSchema = z
  .object({
    key: z.string(),
    grows: z.boolean().describe('Whether entries may be added'),
    fixed: z.array(z.string()).describe('Codes that stay in use'),
    needsNote: z.boolean().describe('Whether every change needs its reason'),
    fields: z.array(fieldSchema),
    entries: z.array(entrySchema),
  })
  .meta({ id: 'ReferenceList' });

/** All lists. */
export const listsSchema = z.array(listSchema);
