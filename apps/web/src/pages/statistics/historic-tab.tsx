import type { ReactElement } from 'react';
import type { FigureAsked } from '../../api/figure.js';
import type { HistoricCounts } from '../../api/model.js';
import { useHistoricCounts, type Period } from '../../api/statistics.js';
import type { Column } from '../../components/record-table.js';
import { messages } from '../../messages/messages.js';
import { pageWords } from '../../messages/page-words.js';
import { countColumn } from './figures.js';
import { Loaded, Part } from './statistics-part.js';
import { StatisticsTable } from './statistics-table.js';

const words = pageWords.statistics;

type Row = HistoricCounts['units'][number];

/** Open cases about long-standing matters, by who has them and by how long the matters have stood. */
export function HistoricTab({ period }: { period: Period }): ReactElement {
  const counts = useHistoricCounts(period);
  return (
    <Loaded query={counts}>
      {({ ages, units }) => (
        <Part title={words.tab.historic} note={messages.historic.note}>
          <StatisticsTable
            caption={words.tab.historic}
            columns={columnsOf(ages, period)}
            rows={units}
            rowKey={(it) => it.unitId}
            none={messages.historic.none}
          />
        </Part>
      )}
    </Loaded>
  );
}

function columnsOf(ages: HistoricCounts['ages'], { asOf }: Period): Column<Row>[] {
  const to = ({ unitId }: Row): FigureAsked => ({
    figure: 'historic',
    by: unitId,
    ...(asOf !== undefined && { asOf }),
  });
  return [
    { key: 'unit', title: words.unit, cell: (it) => it.unit },
    ...ages.map(({ code, name }, index) =>
      countColumn<Row>(
        { key: code, title: name, width: 110 },
        ({ unit }) => unit,
        (it) => it.counts[index] ?? 0,
        (it) => ({ ...to(it), age: code }),
      ),
    ),
    countColumn<Row>(
      { key: 'total', title: words.total, width: 90 },
      ({ unit }) => unit,
      ({ total }) => total,
      to,
    ),
  ];
}
