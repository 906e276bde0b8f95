import type { ReactElement } from 'react';
import { Hint } from '../../components/hint.js';
import { RecordTable, type Column } from '../../components/record-table.js';
import { usePhone } from '../../hooks/use-media.js';
import styles from './statistics-page.module.css';

interface Props<Row> {
  readonly caption: string;
  /** The first one names the row. */
  readonly columns: readonly Column<Row>[];
  readonly rows: readonly Row[];
  readonly rowKey: (row: Row) => string;
  /** What stands where there are no rows. */
  readonly none: string;
}

/** Numbers in rows: a table whose heads stay in sight, or on a phone a list with the same words. */
export function StatisticsTable<Row>({ none, ...table }: Props<Row>): ReactElement {
  const phone = usePhone();
  if (table.rows.length === 0) return <p className={`sheet ${styles['none']}`}>{none}</p>;
  if (phone) return <RowList {...table} />;
  return (
    <div className={`sheet ${styles['table']}`} role="region" aria-label={table.caption} tabIndex={0}>
      <RecordTable {...table} />
    </div>
  );
}

function RowList<Row>({ caption, columns, rows, rowKey }: Omit<Props<Row>, 'none'>): ReactElement {
  const [head, ...others] = columns;
  return (
    <ul className={`sheet ${styles['rows']}`} aria-label={caption}>
      {rows.map((row) => (
        <li key={rowKey(row)} className={styles['row']}>
          <p className={styles['head']}>{head?.cell(row)}</p>
          <dl>
            {others.map((column) => (
              <div key={column.key}>
                <dt>{column.hint === undefined ? column.title : <Hint text={column.hint}>{column.title}</Hint>}</dt>
                <dd>{column.cell(row)}</dd>
              </div>
            ))}
          </dl>
        </li>
      ))}
    </ul>
  );
}
