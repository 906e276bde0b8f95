import type { ReferenceList } from '@lianban/casework';

/** Kinds of receptions, as a fresh installation has them. */
export const receptionKindSeeds: readonly { readonly code: string; readonly name: string }[] = [
  { code: 'delegate', name: '代表（委员）接待' },
  { code: 'leader', name: '领导接访' },
  { code: 'department', name: '部门接访' },
];

/** How often units of a kind are to receive, where an administrator puts it in use; in a fresh installation none is. */
export const receptionDutySeeds: readonly {
  readonly code: string;
  readonly name: string;
  readonly everyDays: number;
}[] = [
  { code: 'station', name: '工作站', everyDays: 7 },
  { code: 'street', name: '街道', everyDays: 31 },
  { code: 'department', name: '部门', everyDays: 31 },
];

/** The lists of receptions that administrators keep. */
export const receptionLists: readonly ReferenceList[] = [
  {
    key: 'reception-kinds',
    table: 'outreach.reception_kind',
    fields: [],
    grows: true,
    fixed: [],
    mayBeEmpty: false,
    needsNote: false,
  },
  {
    key: 'reception-duties',
    table: 'outreach.reception_duty',
    fields: [{ key: 'everyDays', column: 'every_days', kind: 'number', least: 1, most: 366 }],
    grows: false,
    fixed: [],
    mayBeEmpty: true,
    needsNote: false,
  },
];
