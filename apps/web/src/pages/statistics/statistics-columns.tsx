import type { Statistics } from '../../api/model.js';
import { Hint } from '../../components/hint.js';
import type { Column } from '../../components/record-table.js';
import { messages } from '../../messages/messages.js';
import { pageWords } from '../../messages/page-words.js';
import { figure, percent } from './figures.js';

const { statistics: words } = pageWords;
const { said } = messages;

type Rate = Statistics['rates'][number] & { readonly adjusted: number | null };
type Unit = Statistics['units'][number];
type Topic = Statistics['topics'][number];
type WeakTopic = Statistics['weakTopics']['items'][number];

/** Rates, each with what it is made of. */
export const rateColumns: readonly Column<Rate>[] = [
  { key: 'name', title: words.rate, width: 140, cell: (it) => <Hint text={said.formula(it)}>{said.rate(it)}</Hint> },
  { key: 'rate', title: words.value, width: 110, cell: (it) => percent(it.rate) },
  {
    key: 'adjusted',
    title: words.adjusted,
    hint: words.adjustedFormula,
    width: 110,
    cell: (it) => percent(it.adjusted),
  },
  { key: 'parts', title: words.parts, width: 130, cell: (it) => figure(`${it.numerator} / ${it.denominator}`) },
  { key: 'formula', title: words.formula, cell: said.formula },
];

/** What the units did. */
export const unitColumns: readonly Column<Unit>[] = [
  { key: 'unit', title: words.unit, cell: (it) => it.unit },
  { key: 'tasks', title: words.tasks, hint: words.tasksFormula, width: 80, cell: (it) => figure(it.tasks) },
  { key: 'done', title: words.done, width: 80, cell: (it) => figure(it.done) },
  { key: 'doneInTime', title: words.doneInTime, width: 100, cell: (it) => figure(it.doneInTime) },
  { key: 'late', title: words.late, hint: words.lateFormula, width: 80, cell: (it) => figure(it.late) },
  { key: 'open', title: words.open, width: 80, cell: (it) => figure(it.open) },
  {
    key: 'claimed',
    title: words.claimed,
    hint: words.claimedFormula,
    width: 110,
    cell: (it) => figure(`${it.claimedInTime} / ${it.toClaim}`),
  },
  { key: 'hours', title: words.hours, width: 170, cell: (it) => figure(it.hours) },
];

/** How the topics went. */
export const topicColumns: readonly Column<Topic>[] = [
  { key: 'name', title: words.topic, cell: (it) => said.category(it.name) },
  { key: 'received', title: words.received, width: 100, cell: (it) => figure(it.received) },
  {
    key: 'repeated',
    title: words.repeated,
    hint: words.repeatedFormula,
    width: 110,
    cell: (it) => figure(it.repeated),
  },
  { key: 'lapsed', title: words.lapsed, width: 100, cell: (it) => figure(it.lapsed) },
  {
    key: 'dissatisfied',
    title: words.dissatisfied,
    hint: words.dissatisfiedFormula,
    width: 100,
    cell: (it) => figure(it.dissatisfied),
  },
];

/** Topics that do worse than the mean. */
export const weakColumns: readonly Column<WeakTopic>[] = [
  { key: 'topic', title: words.topic, cell: (it) => said.category(it.topic) },
  { key: 'rate', title: words.rate, width: 140, cell: (it) => <Hint text={said.formula(it)}>{said.rate(it)}</Hint> },
  { key: 'value', title: words.adjusted, hint: words.adjustedFormula, width: 100, cell: (it) => percent(it.rate) },
  { key: 'mean', title: words.mean, hint: words.meanFormula, width: 100, cell: (it) => percent(it.mean) },
  {
    key: 'difference',
    title: words.difference,
    hint: words.differenceFormula,
    width: 150,
    cell: (it) => figure(words.points((it.difference * 100).toFixed(2))),
  },
  { key: 'parts', title: words.parts, width: 130, cell: (it) => figure(`${it.numerator} / ${it.denominator}`) },
];
