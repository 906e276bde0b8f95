import type { Statistics } from '../../api/model.js';
import type { Column } from '../../components/record-table.js';
import { messages } from '../../messages/messages.js';

const words = messages.statistics;

type Rate = Statistics['rates'][number] & { readonly adjusted: number | null };
type Unit = Statistics['units'][number];
type Topic = Statistics['topics'][number];

/** Rates, each with what it is made of. */
export const rateColumns: readonly Column<Rate>[] = [
  { key: 'name', title: words.rate, width: 140, cell: (it) => it.name },
  { key: 'rate', title: words.value, width: 110, cell: (it) => number(it.rate === null ? '—' : percent(it.rate)) },
  {
    key: 'adjusted',
    title: words.adjusted,
    width: 110,
    cell: (it) => number(it.adjusted === null ? '—' : percent(it.adjusted)),
  },
  { key: 'parts', title: words.parts, width: 130, cell: (it) => number(`${it.numerator} / ${it.denominator}`) },
  { key: 'formula', title: words.formula, cell: (it) => it.formula },
];

/** What the units did. */
export const unitColumns: readonly Column<Unit>[] = [
  { key: 'unit', title: words.unit, cell: (it) => it.unit },
  { key: 'tasks', title: words.tasks, width: 80, cell: (it) => number(it.tasks) },
  { key: 'done', title: words.done, width: 80, cell: (it) => number(it.done) },
  { key: 'doneInTime', title: words.doneInTime, width: 100, cell: (it) => number(it.doneInTime) },
  { key: 'late', title: words.late, width: 80, cell: (it) => number(it.late) },
  { key: 'open', title: words.open, width: 80, cell: (it) => number(it.open) },
  { key: 'hours', title: words.hours, width: 140, cell: (it) => number(it.hours ?? '—') },
];

/** How the topics went. */
export const topicColumns: readonly Column<Topic>[] = [
  { key: 'name', title: words.topic, cell: (it) => it.name },
  { key: 'received', title: words.received, width: 100, cell: (it) => number(it.received) },
  { key: 'lapsed', title: words.lapsed, width: 100, cell: (it) => number(it.lapsed) },
  { key: 'dissatisfied', title: words.dissatisfied, width: 100, cell: (it) => number(it.dissatisfied) },
];

function number(value: number | string) {
  return <span className="number">{value}</span>;
}

function percent(rate: number): string {
  return `${(rate * 100).toFixed(2)}%`;
}
