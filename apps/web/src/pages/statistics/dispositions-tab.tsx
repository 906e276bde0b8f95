import type { ReactElement } from 'react';
import type { DispositionCounts } from '../../api/model.js';
import { useDispositionCounts, type Period } from '../../api/statistics.js';
import type { Column } from '../../components/record-table.js';
import { pageWords } from '../../messages/page-words.js';
import { figure } from './figures.js';
import { Loaded, Part } from './statistics-part.js';
import { StatisticsTable } from './statistics-table.js';

const words = pageWords.statistics;

type Row = DispositionCounts['topics'][number];

/** In which ways closed cases were settled, by topic and by who settled them. */
export function DispositionsTab({ period }: { period: Period }): ReactElement {
  const counts = useDispositionCounts(period);
  return (
    <Loaded query={counts}>
      {({ kinds, topics, units }) => (
        <>
          <Dispositions title={words.byTopic} head={words.topic} kinds={kinds} rows={topics} />
          <Dispositions title={words.byUnit} head={words.unit} kinds={kinds} rows={units} />
        </>
      )}
    </Loaded>
  );
}

function Dispositions(props: {
  readonly title: string;
  readonly head: string;
  readonly kinds: DispositionCounts['kinds'];
  readonly rows: readonly Row[];
}): ReactElement {
  const columns: Column<Row>[] = [
    { key: 'name', title: props.head, cell: (it) => it.name },
    ...props.kinds.map(({ code, name }, index): Column<Row> => ({
      key: code,
      title: name,
      width: 150,
      cell: (it) => figure(it.counts[index] ?? 0),
    })),
    { key: 'total', title: words.total, hint: words.totalFormula, width: 90, cell: (it) => figure(it.total) },
  ];
  return (
    <Part title={props.title}>
      <StatisticsTable
        caption={props.title}
        columns={columns}
        rows={props.rows}
        rowKey={(it) => it.code}
        none={words.noDispositions}
      />
    </Part>
  );
}
