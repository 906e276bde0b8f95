import { createContext, use, type ReactElement } from 'react';
import type { Task } from '../../api/model.js';
import { SelectAllBox, SelectBox } from './select-box.js';
import { allToggled, toggled, type Selection } from './selection.js';

interface ChosenLines {
  readonly selection: Selection;
  readonly lines: readonly Task[];
  readonly onSelect: (selection: Selection) => void;
}

/** What is selected of a list, for the boxes in its lines: these change with it, the lines do not. */
export const Chosen = createContext<ChosenLines | undefined>(undefined);

/** Selects the line of a task. */
export function LineBox({ task: { id, code } }: { task: Task }): ReactElement | null {
  const chosen = use(Chosen);
  if (!chosen) return null;
  const { selection, lines, onSelect } = chosen;
  return (
    <SelectBox
      code={code}
      selected={selection.ids.has(id)}
      onToggle={(range) => onSelect(toggled(selection, idsOf(lines), id, range))}
    />
  );
}

/** Selects every line, or none. */
export function AllBox(): ReactElement | null {
  const chosen = use(Chosen);
  if (!chosen) return null;
  const { selection, lines, onSelect } = chosen;
  return (
    <SelectAllBox
      selected={selection.ids.size}
      all={lines.length}
      onToggle={() => onSelect(allToggled(selection, idsOf(lines)))}
    />
  );
}

function idsOf(lines: readonly Task[]): string[] {
  return lines.map(({ id }) => id);
}
