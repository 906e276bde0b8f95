/** Which lines of a list are selected, and the one from which a range goes. */
export interface Selection {
  readonly ids: ReadonlySet<string>;
  readonly from: string | undefined;
}

/** Nothing selected. */
export const noSelection: Selection = { ids: new Set(), from: undefined };

/**
 * Selects a line, or no longer; as a range all from the last one that was touched to this one, which get what this one
 * gets.
 *
 * @param lines ids in the order in which they are shown
 */
export function toggled(selection: Selection, lines: readonly string[], id: string, range: boolean): Selection {
  const selects = !selection.ids.has(id);
  const start = range && selection.from !== undefined ? lines.indexOf(selection.from) : -1;
  const end = lines.indexOf(id);
  const touched = start < 0 || end < 0 ? [id] : lines.slice(Math.min(start, end), Math.max(start, end) + 1);
  const ids = new Set(selection.ids);
  for (const each of touched) {
    if (selects) ids.add(each);
    else ids.delete(each);
  }
  return { ids, from: id };
}

/** All lines that are shown, or, where all are selected, none. */
export function allToggled({ ids }: Selection, lines: readonly string[]): Selection {
  return lines.every((id) => ids.has(id)) ? noSelection : { ids: new Set(lines), from: undefined };
}

/** What of a selection is still shown; a line that has gone is not acted on. */
export function stillShown(selection: Selection, lines: readonly string[]): Selection {
  const ids = lines.filter((id) => selection.ids.has(id));
  return ids.length === selection.ids.size ? selection : { ...selection, ids: new Set(ids) };
}
