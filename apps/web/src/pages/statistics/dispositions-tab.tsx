import type { ReactElement } from 'react';
import type { FigureAsked } from '../../api/figure.js';
import type { DispositionCounts } from '../../api/model.js';
import { useDispositionCounts, type Period } from '../../api/statistics.js';
import type { Column } from '../../components/record-table.js';
import { pageWords } from '../../messages/page-words.js';
import { countColumn } from './figures.js';
import { noTopic } from './statistics-columns.js';
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
          <Dispositions
            title={words.byTopic}
            head={words.topic}
            kinds={kinds}
            rows={topics}
            to={({ code }) => ({ ...period, topic: code || noTopic })}
          />
          <Dispositions
            title={words.byUnit}
            head={words.unit}
            kinds={kinds}
            rows={units}
            to={({ code }) => ({ ...period, by: code })}
          />
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
  readonly to: (row: Row) => FigureAsked;
}): ReactElement {
  const closed = (row: Row, disposition: string): FigureAsked => ({
    ...props.to(row),
    figure: 'cases.closed',
    disposition,
  });
  const columns: Column<Row>[] = [
    { key: 'name', title: props.head, cell: (it) => it.name },
    ...props.kinds.map(({ code, name }, index) =>
      countColumn<Row>(
        { key: code, title: name, width: 150 },
        (it) => it.name,
        (it) => it.counts[index] ?? 0,
        (it) => closed(it, code || 'none'),
      ),
    ),
    countColumn<Row>(
      { key: 'total', title: words.total, hint: words.totalFormula, width: 90 },
      (it) => it.name,
      (it) => it.total,
      (it) => closed(it, 'any'),
    ),
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
