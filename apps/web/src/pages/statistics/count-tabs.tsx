import { useCallback, type ReactElement } from 'react';
import type { Statistics } from '../../api/model.js';
import type { Period } from '../../api/statistics.js';
import { Chart } from '../../components/chart/chart.js';
import type { ChartColours } from '../../components/chart/colours.js';
import { shareBarOption } from '../../components/chart/options.js';
import { messages } from '../../messages/messages.js';
import { pageWords } from '../../messages/page-words.js';
import { rateColumns, topicColumns, weakColumns } from './statistics-columns.js';
import { Part } from './statistics-part.js';
import { StatisticsTable } from './statistics-table.js';
import styles from './statistics-page.module.css';

const words = pageWords.statistics;

type Tab = Statistics & { readonly period: Period };

/** Raw and adjusted rates side by side. */
export function RatesTab({ rates, adjusted, period }: Tab): ReactElement {
  const both = rates.map((rate) => ({
    ...rate,
    adjusted: adjusted.rates.find(({ code }) => code === rate.code),
  }));
  return (
    <>
      <RateBars rates={rates} adjusted={adjusted} />
      <StatisticsTable
        caption={words.tab.rates}
        columns={rateColumns(period)}
        rows={both}
        rowKey={(it) => it.code}
        none={words.none}
      />
    </>
  );
}

/** What is left out has bars of its own where it makes a difference. */
function RateBars({ rates, adjusted }: Pick<Statistics, 'rates' | 'adjusted'>): ReactElement {
  const option = useCallback(
    (colours: ChartColours) => {
      const raw = { name: words.value, values: rates.map(({ rate }) => rate) };
      const left = { name: words.adjusted, values: adjusted.rates.map(({ rate }) => rate) };
      const differ = raw.values.some((rate, index) => rate !== left.values[index]);
      return shareBarOption(
        {
          heads: rates.map(messages.said.rate),
          lines: differ ? [raw, left] : [raw],
        },
        colours,
      );
    },
    [rates, adjusted],
  );
  return (
    <div className={`sheet ${styles['chart']}`}>
      <Chart label={pageWords.trend.bars(words.tab.rates)} option={option} height="340px" />
    </div>
  );
}

/** Topics that do worse than all together, and how each one went. */
export function TopicsTab({ topics, weakTopics, period }: Tab): ReactElement {
  return (
    <>
      <Part title={words.weak} note={words.weakNote(weakTopics.fewest)}>
        <StatisticsTable
          caption={words.weak}
          columns={weakColumns(period)}
          rows={weakTopics.items}
          rowKey={(it) => `${it.topicCode} ${it.code}`}
          none={words.noWeak}
        />
      </Part>
      <Part title={words.topics}>
        <StatisticsTable
          caption={words.topics}
          columns={topicColumns(period)}
          rows={topics}
          rowKey={(it) => it.code}
          none={words.none}
        />
      </Part>
    </>
  );
}
