import { CaretDownOutlined, CaretUpOutlined } from '@ant-design/icons';
import { lazy, Suspense, type ReactElement, type ReactNode } from 'react';
import { messages } from '../messages/messages.js';
import { Hint } from './hint.js';
import { mostDrawn } from './most-drawn.js';
import { RecordLine, type Lines } from './record-line.js';
import styles from './record-table.module.css';

/** One column of a list: its heading, width in pixels (none = the rest) and cells. */
export interface Column<Row> {
  readonly key: string;
  readonly title: string;
  readonly width?: number;
  /** What stands in the heading instead of its title. */
  readonly head?: ReactNode;
  /** What the heading means, told on hover and focus. */
  readonly hint?: string;
  readonly sortable?: boolean;
  readonly direction?: 'ascending' | 'descending';
  readonly cell: (row: Row) => ReactNode;
}

interface Props<Row> extends Lines<Row> {
  readonly caption: string;
  readonly sort?: string;
  readonly onSort?: (key: string) => void;
}

// Seldom does somebody read so far down, so it is not part of what everybody waits for.
const VirtualLines = lazy(async () => ({ default: (await import('./virtual-lines.js')).VirtualLines }));

/** A plain, dense table; the server pages and sorts, so it needs no more than this. */
export function RecordTable<Row>(props: Props<Row>): ReactElement {
  const { caption, sort, onSort, rows, rowKey, ...line } = props;
  const all = (drawn: readonly Row[]) => (
    <tbody>
      {drawn.map((row) => (
        <RecordLine key={rowKey(row)} row={row} {...line} />
      ))}
    </tbody>
  );
  const long = rows.length > mostDrawn;
  return (
    <table className={styles['table']} {...(long && { 'aria-rowcount': rows.length + 1 })}>
      <caption className="unseen">{caption}</caption>
      <colgroup>
        {props.columns.map((column) => (
          <col key={column.key} style={column.width ? { width: column.width } : undefined} />
        ))}
      </colgroup>
      <thead>
        <tr>
          {props.columns.map((column) => (
            <Heading key={column.key} column={column} sort={sort} onSort={onSort} />
          ))}
        </tr>
      </thead>
      {long ? (
        <Suspense fallback={all(rows.slice(0, mostDrawn))}>
          <VirtualLines
            keys={rows.map(rowKey)}
            line={(index, ref) => {
              const row = rows[index];
              return row === undefined ? null : <RecordLine key={rowKey(row)} {...{ row, index, ref }} {...line} />;
            }}
          />
        </Suspense>
      ) : (
        all(rows)
      )}
    </table>
  );
}

function Heading<Row>(props: {
  column: Column<Row>;
  sort: string | undefined;
  onSort: ((key: string) => void) | undefined;
}): ReactElement {
  const { key, title, head, hint, sortable, direction = 'ascending' } = props.column;
  if (!sortable || !props.onSort)
    return <th scope="col">{hint === undefined ? (head ?? title) : <Hint text={hint}>{title}</Hint>}</th>;
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
