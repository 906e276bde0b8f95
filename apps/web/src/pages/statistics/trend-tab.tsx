import { useCallback, type ReactElement } from 'react';
import type { Trend } from '../../api/model.js';
import { useTrend } from '../../api/district-map.js';
import type { Period } from '../../api/statistics.js';
import { Chart } from '../../components/chart/chart.js';
import type { ChartColours } from '../../components/chart/colours.js';
import { lineOption } from '../../components/chart/options.js';
import type { Column } from '../../components/record-table.js';
import { messages } from '../../messages/messages.js';
import { pageWords } from '../../messages/page-words.js';
import { countColumn, figure, percent } from './figures.js';
import { Loaded, Part } from './statistics-part.js';
import { StatisticsTable } from './statistics-table.js';
import { lastDayOf, stretchText } from './trend-days.js';
import styles from './statistics-page.module.css';

const words = pageWords.trend;

type Row = Trend['items'][number];

/** How a period went: what came and went, and the rates, as lines and as a table with the ways to the lists. */
export function TrendTab({ period }: { period: Period }): ReactElement {
  return <Loaded query={useTrend(period)}>{(trend) => <TrendParts trend={trend} period={period} />}</Loaded>;
}

function TrendParts({ trend, period }: { trend: Trend; period: Period }): ReactElement {
  const { by, rates, items } = trend;
  const counts = useCallback(
    (colours: ChartColours) =>
      lineOption(
        {
          heads: items.map(({ day }) => stretchText(by, day)),
          lines: [
            { name: words.received, values: items.map(({ received }) => received) },
            { name: words.endings, values: items.map(({ endings }) => endings) },
          ],
        },
        colours,
      ),
    [by, items],
  );
  const shares = useCallback(
    (colours: ChartColours) =>
      lineOption(
        {
          heads: items.map(({ day }) => stretchText(by, day)),
          lines: rates.map((rate, index) => ({
            name: messages.said.rate(rate),
            values: items.map((it) => it.values[index]?.rate ?? null),
          })),
          shares: true,
        },
        colours,
      ),
    [by, items, rates],
  );
  return (
    <>
      <div className={styles['charts']}>
        <Part title={words.counts}>
          <div className={`sheet ${styles['chart']}`}>
            <Chart label={words.chart(words.counts)} option={counts} height="260px" />
          </div>
        </Part>
        <Part title={words.rates}>
          <div className={`sheet ${styles['chart']}`}>
            <Chart label={words.chart(words.rates)} option={shares} height="260px" />
          </div>
        </Part>
      </div>
      <Part title={words.tab} note={words.ratesNote}>
        <StatisticsTable
          caption={words.tab}
          columns={columnsOf(trend, period)}
          rows={[...items].reverse()}
          rowKey={(it) => it.day}
          none={words.none}
        />
      </Part>
    </>
  );
}

function columnsOf({ by, rates }: Trend, period: Period): Column<Row>[] {
  const name = ({ day }: Row) => stretchText(by, day);
  const ofStretch = ({ day }: Row) => ({ ...period, from: day, to: lastDayOf(by, day, period.to) });
  return [
    {
      key: 'day',
      title: by === 'day' ? words.day : words.month,
      width: 130,
      cell: (it) => figure(stretchText(by, it.day)),
    },
    countColumn<Row>(
      { key: 'received', title: words.received, hint: words.receivedFormula, width: 90 },
      name,
      ({ received }) => received,
      (it) => ({ ...ofStretch(it), figure: 'cases.received' }),
    ),
    countColumn<Row>(
      { key: 'endings', title: words.endings, hint: words.endingsFormula, width: 90 },
      name,
      ({ endings }) => endings,
      (it) => ({ ...ofStretch(it), figure: 'endings' }),
    ),
    ...rates.map((rate, index): Column<Row> => {
      return {
        key: rate.code,
        title: messages.said.rate(rate),
        hint: messages.said.formula(rate),
        width: 110,
        cell: (it) => percent(it.values[index]?.rate ?? null),
      };
    }),
  ];
}
