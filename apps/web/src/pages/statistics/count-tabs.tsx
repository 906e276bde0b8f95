import type { ReactElement } from 'react';
import type { Statistics } from '../../api/model.js';
import { messages } from '../../messages/messages.js';
import { rateColumns, topicColumns, weakColumns } from './statistics-columns.js';
import { Part } from './statistics-part.js';
import { StatisticsTable } from './statistics-table.js';

const words = messages.statistics;

/** Raw and adjusted rates side by side. */
export function RatesTab({ rates, adjusted }: Statistics): ReactElement {
  const both = rates.map((rate) => ({
    ...rate,
    adjusted: adjusted.rates.find(({ code }) => code === rate.code)?.rate ?? null,
  }));
  return (
    <StatisticsTable
      caption={words.tab.rates}
      columns={rateColumns}
      rows={both}
      rowKey={(it) => it.code}
      none={words.none}
    />
  );
}

/** Topics that do worse than all together, and how each one went. */
export function TopicsTab({ topics, weakTopics }: Statistics): ReactElement {
  return (
    <>
      <Part title={words.weak} note={words.weakNote(weakTopics.fewest)}>
        <StatisticsTable
          caption={words.weak}
          columns={weakColumns}
          rows={weakTopics.items}
          rowKey={(it) => `${it.topicCode} ${it.code}`}
          none={words.noWeak}
        />
      </Part>
      <Part title={words.topics}>
        <StatisticsTable
          caption={words.topics}
          columns={topicColumns}
          rows={topics}
          rowKey={(it) => it.code}
          none={words.none}
        />
      </Part>
    </>
  );
}
