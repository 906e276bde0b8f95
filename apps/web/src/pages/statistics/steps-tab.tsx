import { Select } from 'antd';
import { useState, type ReactElement } from 'react';
import type { StepTimes } from '../../api/model.js';
import { useStepTimes, type Period } from '../../api/statistics.js';
import type { Column } from '../../components/record-table.js';
import { messages } from '../../messages/messages.js';
import { pageWords } from '../../messages/page-words.js';
import { figure } from './figures.js';
import { Loaded, Part } from './statistics-part.js';
import { StatisticsTable } from './statistics-table.js';
import styles from './statistics-page.module.css';

const words = pageWords.statistics;
const all = '';

type StepTime = StepTimes['items'][number];

/** How long each step takes in all units together, or one step in each unit. */
export function StepsTab({ period }: { period: Period }): ReactElement {
  const times = useStepTimes(period);
  return <Loaded query={times}>{(data) => <Steps {...data} />}</Loaded>;
}

function Steps({ calendar, items }: StepTimes): ReactElement {
  const [chosen, setChosen] = useState(all);
  const together = items.filter(({ unitId }) => unitId === null);
  const one = items.filter((it) => keyOf(it) === chosen);
  const rows = one.length > 0 ? one : together;
  return (
    <Part title={words.tab.steps} note={words.stepsNote(calendar)}>
      <div className={styles['choice']}>
        <label htmlFor="step">{words.chooseStep}</label>
        <Select
          id="step"
          value={one.length > 0 ? chosen : all}
          onChange={setChosen}
          popupMatchSelectWidth={false}
          options={[
            { value: all, label: words.allSteps },
            ...together.map((it) => ({ value: keyOf(it), label: it.step })),
          ]}
        />
      </div>
      <StatisticsTable
        caption={words.tab.steps}
        columns={one.length > 0 ? [unitColumn, ...columns] : [stepColumn, ...columns]}
        rows={rows}
        rowKey={(it) => `${keyOf(it)} ${it.unitId ?? all}`}
        none={words.noSteps}
      />
    </Part>
  );
}

const unitColumn: Column<StepTime> = {
  key: 'unit',
  title: words.unit,
  cell: (it) => it.unit ?? messages.list.allUnits,
};
const stepColumn: Column<StepTime> = { key: 'step', title: words.step, cell: (it) => it.step };

const columns: readonly Column<StepTime>[] = [
  { key: 'count', title: words.count, width: 80, cell: (it) => figure(it.count) },
  spreadColumn('whole', words.whole, words.wholeFormula),
  spreadColumn('waiting', words.waiting, words.waitingFormula),
  spreadColumn('handling', words.handling, words.handlingFormula),
  {
    key: 'paused',
    title: words.paused,
    hint: words.pausedFormula,
    width: 140,
    cell: (it) => figure(words.pausedOf(it.paused, it.pausedHours)),
  },
];

function spreadColumn(key: 'whole' | 'waiting' | 'handling', name: string, formula: string): Column<StepTime> {
  return {
    key,
    title: words.spread(name),
    hint: `${formula}${messages.marks.sentence}${words.p90Formula}`,
    width: 160,
    cell: (it) => figure(it[key].median === null ? null : `${it[key].median} / ${it[key].p90}`),
  };
}

function keyOf({ definitionKey, elementId }: StepTime): string {
  return `${definitionKey} ${elementId}`;
}
