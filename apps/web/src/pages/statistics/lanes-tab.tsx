import type { ReactElement } from 'react';
import type { LaneTable } from '../../api/model.js';
import { useLanes, type Period } from '../../api/statistics.js';
import type { Column } from '../../components/record-table.js';
import { messages } from '../../messages/messages.js';
import { pageWords } from '../../messages/page-words.js';
import { countColumn, figure, percent } from './figures.js';
import { Loaded, Part } from './statistics-part.js';
import { StatisticsTable } from './statistics-table.js';

const words = messages.lane;

type Row = LaneTable['items'][number];

/** How many cases went which of the three ways, and how long that took. */
export function LanesTab({ period }: { period: Period }): ReactElement {
  return (
    <Loaded query={useLanes(period)}>
      {({ formula, items }) => (
        <Part title={words.title} note={messages.said.lanes(formula)}>
          <StatisticsTable
            caption={words.title}
            columns={columnsOf(period)}
            rows={items}
            rowKey={(it) => it.lane}
            none={words.none}
          />
        </Part>
      )}
    </Loaded>
  );
}

function columnsOf(period: Period): readonly Column<Row>[] {
  const cases = (key: 'received' | 'closed', title: string) =>
    countColumn<Row>(
      { key, title, width: 100 },
      ({ lane }) => words.name[lane],
      (it) => it[key],
      ({ lane }) => ({ ...period, figure: `cases.${key}`, lane }),
    );
  return [
    { key: 'lane', title: words.title, cell: (it) => words.name[it.lane] },
    cases('received', pageWords.statistics.received),
    cases('closed', pageWords.statistics.done),
    { key: 'share', title: words.share, width: 130, cell: (it) => percent(it.share) },
    {
      key: 'hours',
      title: pageWords.statistics.hours,
      hint: words.hoursFormula,
      width: 180,
      cell: (it) => figure(it.hours),
    },
  ];
}
