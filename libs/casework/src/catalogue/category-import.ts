import { z } from 'zod';

/** A table of topics, the names of each line from the first level down. */
export const categoryTableSchema = z
  .object({
    rows: z
      .array(z.array(z.string().max(200)).min(1).max(6))
      .min(1, '没有内容')
      .max(2_000, '一次最多 2000 行'),
    dryRun: z.boolean().default(false).describe('Tells what would become of each line, and changes nothing'),
  })
  .meta({ id: 'CategoryTable' });

export type CategoryTable = z.output<typeof categoryTableSchema>;

/** What became of a line. */
export interface CategoryFate {
  /** From 1. */
  readonly line: number;
  /** Names with slashes between them. */
  readonly path: string;
  readonly fate: 'known' | 'created' | 'refused';
  readonly code: string | null;
  readonly reason: string | null;
}

/** What became of a table. */
export interface CategoryImport {
  readonly known: number;
  readonly created: number;
  readonly refused: number;
  readonly rows: readonly CategoryFate[];
}

/** A topic as administrators see it. */
export interface KeptCategory {
  readonly code: string;
  readonly name: string;
  readonly parent: string | null;
  readonly active: boolean;
  /** Number of changes so far; who changes it names the one that they have seen. */
  readonly version: number;
}

/** Another name for a topic, or out of use: cases keep it, nobody chooses it any more. */
export const categoryChangeSchema = z
  .object({
    version: z.int().min(0).describe('The version that was edited'),
    name: z.string().trim().min(1).max(50).optional(),
    active: z.boolean().optional(),
  })
  .refine(({ name, active }) => name !== undefined || active !== undefined, { error: '没有要修改的内容' })
  .meta({ id: 'CategoryChange' });

export type CategoryChange = z.output<typeof categoryChangeSchema>;
