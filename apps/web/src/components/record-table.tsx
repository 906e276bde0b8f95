import { CaretDownOutlined, CaretUpOutlined } from '@ant-design/icons';
import type { ReactElement, ReactNode } from 'react';
import { messages } from '../messages/messages.js';
import { Hint } from './hint.js';
import styles from './record-table.module.css';

/** One column of a list: its heading, width in pixels (none = the rest) and cells. */
export interface Column<Row> {
  readonly key: string;
  readonly title: string;
  readonly width?: number;
  /** What the heading means, told on hover and focus. */
  readonly hint?: string;
  readonly sortable?: boolean;
  readonly direction?: 'ascending' | 'descending';
  readonly cell: (row: Row) => ReactNode;
}

interface Props<Row> {
  readonly caption: string;
  readonly columns: readonly Column<Row>[];
  readonly rows: readonly Row[];
  readonly rowKey: (row: Row) => string;
  readonly onOpen?: (row: Row) => void;
  readonly sort?: string;
  readonly onSort?: (key: string) => void;
}

/** A plain, dense table; the server pages and sorts, so it needs no more than this. */
export function RecordTable<Row>(props: Props<Row>): ReactElement {
  return (
    <table className={styles['table']}>
      <caption className="unseen">{props.caption}</caption>
      <colgroup>
        {props.columns.map((column) => (
          <col key={column.key} style={column.width ? { width: column.width } : undefined} />
        ))}
      </colgroup>
      <thead>
        <tr>
          {props.columns.map((column) => (
            <Heading key={column.key} column={column} sort={props.sort} onSort={props.onSort} />
          ))}
        </tr>
      </thead>
      <tbody>
        {props.rows.map((row) => (
          <tr
            key={props.rowKey(row)}
            {...(props.onOpen && { 'data-line': '' })}
            className={props.onOpen ? styles['open'] : undefined}
            onClick={(event) => isPlain(event.target) && props.onOpen?.(row)}
          >
            {props.columns.map((column) => (
              <td key={column.key}>{column.cell(row)}</td>
            ))}
          </tr>
        ))}
      </tbody>
    </table>
  );
}

function Heading<Row>(props: {
  column: Column<Row>;
  sort: string | undefined;
  onSort: ((key: string) => void) | undefined;
}): ReactElement {
  const { key, title, hint, sortable, direction = 'ascending' } = props.column;
  if (!sortable || !props.onSort)
    return <th scope="col">{hint === undefined ? title : <Hint text={hint}>{title}</Hint>}</th>;
  const sorted = props.sort === key;
  return (
    <th scope="col" aria-sort={sorted ? direction : 'none'}>
      <button
        type="button"
        className={styles['sort']}
        title={messages.list.sortBy(title)}
        onClick={() => props.onSort?.(key)}
      >
        {title}
        {direction === 'ascending' ? (
          <CaretUpOutlined aria-hidden className={mark(sorted)} />
        ) : (
          <CaretDownOutlined aria-hidden className={mark(sorted)} />
        )}
      </button>
    </th>
  );
}

function mark(sorted: boolean): string {
  return styles[sorted ? 'sorted' : 'unsorted'] ?? '';
}

/** A click on a link or button, or one that ends a text selection, is not a click on the row. */
function isPlain(target: EventTarget): boolean {
  if (!(target instanceof Element) || target.closest('a, button, input')) return false;
  return window.getSelection()?.isCollapsed ?? true;
}
