import { z } from 'zod';

/** A table as a sheet has it, with its heads in one of the first five rows. */
export const tableImportSchema = z
  .object({
    rows: z
      .array(z.array(z.string().max(200, '一格最多 200 字')).max(30))
      .min(1, '没有内容')
      .max(510, '一次最多 500 行'),
    dryRun: z.boolean().default(false).describe('Tells what would become of each line, and changes nothing'),
  })
  .meta({ id: 'TableImport' });

const fateSchema = z
  .object({
    line: z.int().describe('Row of the sheet, from 1'),
    name: z.string().describe('The first two cells'),
    fate: z.enum(['created', 'changed', 'known', 'refused']),
    code: z.string().nullable().describe('Code of the refusal'),
    reason: z.string().nullable().describe('Column and reason, in Chinese, where one column is to blame'),
  })
  .meta({ id: 'LineFate' });

/** What became of a table. */
export const tableAnswerSchema = z
  .object({
    created: z.int(),
    changed: z.int(),
    known: z.int(),
    refused: z.int(),
    lines: z.array(fateSchema),
  })
  .meta({ id: 'TableAnswer' });

export type TableImport = z.output<typeof tableImportSchema>;
export type LineFate = z.output<typeof fateSchema>;
export type TableAnswer = z.output<typeof tableAnswerSchema>;
