import type { FieldError } from '@lianban/platform';
import {
  entryCodeSchema,
  valueSchema,
  type EntryDraft,
  type ReferenceEntry,
  type ReferenceField,
  type ReferenceList,
  type ReferenceValue,
} from './reference-list.js';

/** A change of an entry, or a new one where there is nothing before. */
interface EntryChange {
  readonly code: string;
  readonly before: ReferenceEntry | undefined;
  readonly draft: EntryDraft;
  /** All of the list. */
  readonly entries: readonly ReferenceEntry[];
}

/** What the fields hold then, and every reason not to keep it. */
export function checkEntry(
  list: ReferenceList,
  change: EntryChange,
): { readonly values: Readonly<Record<string, ReferenceValue>>; readonly problems: readonly FieldError[] } {
  const { values, problems } = checkValues(list, change);
  const between = problems.length === 0 ? (list.check?.(values) ?? []) : [];
  return {
    values,
    problems: [
      ...problems,
      ...between,
      ...nameProblems(change),
      ...useProblems(list, change),
      ...noteProblems(list, change),
    ],
  };
}

function checkValues({ fields }: ReferenceList, { before, draft }: EntryChange) {
  const values: Record<string, ReferenceValue> = {};
  const unknown = Object.keys(draft.values).filter((key) => !fields.some((field) => field.key === key));
  const problems: FieldError[] = unknown.map((key) => ({ field: `values.${key}`, message: '没有这一栏' }));
  for (const field of fields) {
    const kept = before ? before.values[field.key] : initialOf(field);
    const given = field.key in draft.values ? draft.values[field.key] : kept;
    const checked = valueSchema(field, before).safeParse(given ?? null);
    if (checked.success) values[field.key] = checked.data;
    else problems.push({ field: `values.${field.key}`, message: checked.error.issues[0]?.message ?? '填写有误' });
  }
  return { values, problems };
}

function nameProblems({ code, before, draft, entries }: EntryChange): FieldError[] {
  const wrongCode = before ? undefined : entryCodeSchema.safeParse(code).error?.issues[0];
  const taken = entries.some((entry) => entry.code !== code && entry.active && entry.name === draft.name);
  return [
    ...(wrongCode ? [{ field: 'code', message: wrongCode.message }] : []),
    ...(draft.active && taken ? [{ field: 'name', message: '已有同名的项' }] : []),
  ];
}

function useProblems({ fixed, mayBeEmpty }: ReferenceList, { code, draft, entries }: EntryChange): FieldError[] {
  if (draft.active) return [];
  if (fixed.includes(code)) return [{ field: 'active', message: '系统自身要用，不能停用' }];
  const others = entries.some((entry) => entry.code !== code && entry.active);
  return mayBeEmpty || others ? [] : [{ field: 'active', message: '至少保留一项在用' }];
}

function noteProblems({ needsNote }: ReferenceList, { draft }: EntryChange): FieldError[] {
  return needsNote && draft.note === '' ? [{ field: 'note', message: '请填写调整依据' }] : [];
}

/** What a new entry has where it does not say. */
function initialOf({ kind }: ReferenceField): ReferenceValue {
  if (kind === 'flag') return false;
  return kind === 'units' ? [] : null;
}
