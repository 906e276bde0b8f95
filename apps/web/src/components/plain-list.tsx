import type { ReactElement, ReactNode } from 'react';
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

/** A table; on a phone each row is a card, in which the headings stand beside what they head; empty cells are left out. */
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
        {rest
          .map(({ key, title, cell }) => ({ key, title, content: cell(row) }))
          .filter(({ content }) => !isEmpty(content))
          .map(({ key, title, content }) => (
            <div key={key} className={styles['fact']}>
              <dt>{title}</dt>
              <dd>{content}</dd>
            </div>
          ))}
      </dl>
    </article>
  );
}

function isEmpty(content: ReactNode): boolean {
  return content === null || content === undefined || content === false || content === '';
}
