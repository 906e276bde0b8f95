import type { ComponentProps, ReactElement } from 'react';
import { useNavigate } from 'react-router';
import { useNarrow } from '../hooks/use-media.js';
import { CardList } from './card-list.js';
import { Empty } from './empty.js';
import { MoreButton } from './more-button.js';
import { RecordCard } from './record-card.js';
import { RecordTable, type Column } from './record-table.js';

type Card = ComponentProps<typeof RecordCard>;

interface Props<Row> {
  readonly caption: string;
  readonly empty: string;
  readonly rows: readonly Row[];
  readonly columns: readonly Column<Row>[];
  /** What a card shows of a row, beside the case. */
  readonly card: (row: Row) => Pick<Card, 'term' | 'facts'>;
  readonly list: ComponentProps<typeof MoreButton>['list'];
}

/** Lines that each belong to a case and open it: a table, or cards in narrow windows. */
export function CaseRecords<Row extends { id: string; caseId: string; code: string; title: string }>(
  props: Props<Row>,
): ReactElement {
  const narrow = useNarrow();
  const navigate = useNavigate();
  const { rows } = props;
  if (rows.length === 0) {
    return <Empty text={props.empty} />;
  }
  const more = <MoreButton list={props.list} shown={rows.length} />;
  if (narrow) {
    return (
      <>
        <CardList>
          {rows.map((row) => (
            <RecordCard key={row.id} caseId={row.caseId} code={row.code} title={row.title} {...props.card(row)} />
          ))}
        </CardList>
        {more}
      </>
    );
  }
  return (
    <div className="sheet">
      <RecordTable
        caption={props.caption}
        columns={props.columns}
        rows={rows}
        rowKey={(row) => row.id}
        onOpen={(row) => void navigate(`/cases/${row.caseId}`)}
      />
      {more}
    </div>
  );
}
