import type { ReactElement } from 'react';
import { usePhone } from '../hooks/use-media.js';
import { CardList } from './card-list.js';
import styles from './plain-list.module.css';
import { RecordTable, type Column } from './record-table.js';

interface Props<Row> {
  readonly caption: string;
  readonly columns: readonly Column<Row>[];
  readonly rows: readonly Row[];
  readonly rowKey: (row: Row) => string;
}

/** A table; on a phone each row is a card, in which the headings stand beside what they head. */
export function PlainList<Row>(props: Props<Row>): ReactElement {
  if (!usePhone())
    return (
      <div className="sheet">
        <RecordTable {...props} />
      </div>
    );
  return (
    <section aria-label={props.caption}>
      <CardList>
        {props.rows.map((row) => (
          <Card key={props.rowKey(row)} row={row} columns={props.columns} />
        ))}
      </CardList>
    </section>
  );
}

function Card<Row>({ row, columns }: { row: Row; columns: readonly Column<Row>[] }): ReactElement {
  const [first, ...rest] = columns;
  return (
    <article className={styles['card']}>
      <h3 className={styles['title']}>{first?.cell(row)}</h3>
      <dl>
        {rest.map(({ key, title, cell }) => (
          <div key={key} className={styles['fact']}>
            <dt>{title}</dt>
            <dd>{cell(row)}</dd>
          </div>
        ))}
      </dl>
    </article>
  );
}
