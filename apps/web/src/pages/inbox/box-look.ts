import type { InboxConditions, InboxLook, InboxView } from '../../api/model.js';

/** A column of the inbox that can be chosen. */
export type ColumnKey = NonNullable<InboxLook['columns']>[number];

/** Every column that can be chosen, in the order of the list. */
export const columnKeys = [
  'code',
  'title',
  'category',
  'resident',
  'channel',
  'step',
  'unit',
  'assignee',
  'received',
  'due',
] as const satisfies readonly ColumnKey[];

/** What is shown where nothing else is wanted. */
export const usualColumns: readonly ColumnKey[] = [
  'code',
  'title',
  'category',
  'resident',
  'step',
  'unit',
  'received',
  'due',
];

/** How many things a list is filtered by. */
export function conditionCount(conditions: InboxConditions | undefined): number {
  return Object.values(conditions ?? {}).filter((value) => value !== undefined).length;
}

/** Whether two looks show the same. */
export function sameLook(one: InboxLook, other: InboxLook): boolean {
  return plain(one) === plain(other);
}

/** What a person has kept of a box. */
interface KeptBox {
  readonly look?: InboxLook;
  readonly view?: string;
  readonly first?: string;
}

/**
 * How a box is looked at, and as which view that began: a view that one wants at the beginning comes first, until one
 * looks at the box in another way in this window.
 */
export function lookOf(
  kept: KeptBox,
  views: readonly InboxView[],
  touched: boolean,
): { readonly look: InboxLook; readonly view: InboxView | undefined } {
  const find = (id: string | undefined) => views.find((view) => view.id === id);
  const first = touched ? undefined : find(kept.first);
  return first ? { look: first.look, view: first } : { look: kept.look ?? {}, view: find(kept.view) };
}

/** A look as a link to the box shows it, which filters in its own way whatever is kept. */
export function linkedLook(look: InboxLook, asked: InboxConditions | undefined): InboxLook {
  return asked ? { ...look, conditions: asked } : look;
}

function plain({ columns, sort = 'due', pageSize = 0, conditions = {} }: InboxLook): string {
  const kept = Object.entries(conditions)
    .filter(([, value]) => value !== undefined)
    .sort(([a], [b]) => a.localeCompare(b));
  return JSON.stringify([[...(columns ?? usualColumns)].sort(), sort, pageSize, kept]);
}
