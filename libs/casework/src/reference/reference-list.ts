import { z, type ZodType } from 'zod';
import type { FieldError, Transaction } from '@lianban/platform';

/** What a list holds of each entry beside its name: where it is kept, and what may stand there. */
export type ReferenceField = { readonly key: string; readonly column: string } & (
  | { readonly kind: 'text'; readonly longest: number }
  | {
      readonly kind: 'number';
      readonly least: number;
      readonly most: number;
      /** Has no bearing on some entries: null stays null, and a number a number. */
      readonly notForAll?: boolean;
    }
  | { readonly kind: 'flag' }
  | { readonly kind: 'choice'; readonly choices: readonly string[] }
  | { readonly kind: 'process' }
  /** A text that may be missing. */
  | { readonly kind: 'note'; readonly longest: number }
  | { readonly kind: 'day' }
  /** Code of an entry of another list, by its key. */
  | { readonly kind: 'entry'; readonly of: string }
  /** Ids of units, or none. */
  | { readonly kind: 'units' }
);

/** A table that administrators keep. */
export interface ReferenceList {
  readonly key: string;
  /** With its schema. Its columns are `code`, `name`, `position`, `active` and those of the fields. */
  readonly table: string;
  readonly fields: readonly ReferenceField[];
  /** Whether entries may be added; not where the code has to know each of them. */
  readonly grows: boolean;
  /** Entries that the code itself uses, so that they stay in use. */
  readonly fixed: readonly string[];
  /** Whether all entries may be out of use. */
  readonly mayBeEmpty: boolean;
  /** Whether every change needs its reason. */
  readonly needsNote: boolean;
  /** Does what a change entails, in its transaction. */
  readonly changed?: (tx: Transaction, at: Date) => Promise<void>;
  /** What must hold between the fields, beside what each of them asks for. */
  readonly check?: (values: Readonly<Record<string, ReferenceValue>>) => readonly FieldError[];
}

/** What a field holds. */
export type ReferenceValue = string | number | boolean | null | readonly string[];

/** One line of a list. */
export interface ReferenceEntry {
  readonly code: string;
  readonly name: string;
  readonly position: number;
  readonly active: boolean;
  readonly values: Readonly<Record<string, ReferenceValue>>;
  /** Number of changes so far; who saves names the one that they have seen. */
  readonly version: number;
}

/** A list with its entries, those out of use too, and what may be entered. */
export interface ReferenceListView extends Pick<ReferenceList, 'key' | 'grows' | 'fixed' | 'needsNote'> {
  readonly fields: readonly Omit<ReferenceField, 'column'>[];
  readonly entries: readonly ReferenceEntry[];
}

/** Code of a new entry: what stands in addresses and in diagrams. */
export const entryCodeSchema = z.string().regex(/^[a-z][a-z0-9-]{1,39}$/u, '应为小写字母开头的字母、数字和短横线');

/** How an entry is to be. */
export const entryDraftSchema = z
  .object({
    version: z.int().min(0).describe('The version that was edited; 0 for a new entry'),
    name: z.string().trim().min(1, '请填写名称').max(50, '名称不能超过 50 字'),
    position: z.int().min(0).max(9_999),
    active: z.boolean(),
    values: z
      .record(z.string(), z.union([z.string(), z.number(), z.boolean(), z.null(), z.array(z.string())]))
      .default({})
      .describe('By the keys of the fields of the list; what is not named stays'),
    note: z.string().trim().max(1_000, '依据不能超过 1000 字').default('').describe('Why; some lists demand it'),
  })
  .meta({ id: 'ReferenceEntryDraft' });

export type EntryDraft = z.output<typeof entryDraftSchema>;

/** What one entry can name; who takes part beyond that is named by a unit above. */
const mostUnits = 200;

/** What may stand in a field of an entry, @param before the entry as it was */
export function valueSchema(field: ReferenceField, before: ReferenceEntry | undefined): ZodType<ReferenceValue> {
  switch (field.kind) {
    case 'text':
      return z.string('请填写').trim().min(1, '请填写').max(field.longest, `不能超过 ${field.longest} 字`);
    case 'number': {
      if (field.notForAll && before?.values[field.key] === null) return z.null('此项对这一条不起作用');
      const wrong = `应为 ${field.least} 到 ${field.most} 的整数`;
      return z.int(wrong).min(field.least, wrong).max(field.most, wrong);
    }
    case 'flag':
      return z.boolean('应为是或否');
    case 'choice':
      return z.enum(field.choices, '不在可选范围内').nullable();
    case 'process':
      return z.string().min(1, '请选择流程').max(200);
    case 'note':
      return z
        .string('应为文字')
        .trim()
        .max(field.longest, `不能超过 ${field.longest} 字`)
        .nullable()
        .transform((text) => text || null);
    case 'day':
      return z.iso.date('日期格式为 YYYY-MM-DD');
    case 'entry':
      return z.string('请选择').min(1, '请选择').max(40);
    case 'units':
      return z.array(z.string().max(64), '应为单位').max(mostUnits, `不能超过 ${mostUnits} 个单位`);
  }
}
