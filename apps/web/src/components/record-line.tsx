import { memo, type ReactElement, type Ref } from 'react';
import type { Column } from './record-table.js';
import styles from './record-table.module.css';

/** Lines of a table, and what they are made of. */
export interface Lines<Row> {
  readonly columns: readonly Column<Row>[];
  readonly rows: readonly Row[];
  readonly rowKey: (row: Row) => string;
  readonly onOpen?: (row: Row) => void;
}

/** One line of a table; drawn anew only when something about it is new, as a list that is scrolled asks all the time. */
export const RecordLine = memo(Line) as typeof Line;

function Line<Row>(
  props: Omit<Lines<Row>, 'rows' | 'rowKey'> & {
    readonly row: Row;
    /** Its place in the list, where not all lines are there. */
    readonly index?: number;
    readonly ref?: Ref<HTMLTableRowElement>;
  },
): ReactElement {
  const { row, columns, onOpen, index, ref } = props;
  return (
    <tr
      ref={ref}
      {...(onOpen && { 'data-line': '' })}
      {...(index !== undefined && { 'data-index': index, 'aria-rowindex': index + 2 })}
      className={onOpen ? styles['open'] : undefined}
      onClick={(event) => isPlain(event.target) && onOpen?.(row)}
    >
      {columns.map((column) => (
        <td key={column.key}>{column.cell(row)}</td>
      ))}
    </tr>
  );
}

/** A click on a link or button, or one that ends a text selection, is not a click on the row. */
function isPlain(target: EventTarget): boolean {
  if (!(target instanceof Element) || target.closest('a, button, input, label')) return false;
  return window.getSelection()?.isCollapsed ?? true;
}
