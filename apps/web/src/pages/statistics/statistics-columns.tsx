import type { Statistics } from '../../api/model.js';
import type { Figure } from '../../api/figure.js';
import type { Period } from '../../api/statistics.js';
import { Hint } from '../../components/hint.js';
import type { Column } from '../../components/record-table.js';
import { messages } from '../../messages/messages.js';
import { pageWords } from '../../messages/page-words.js';
import { countColumn, figure, percent, rateParts } from './figures.js';

const { statistics: words } = pageWords;
const { said } = messages;

type Rate = Statistics['rates'][number];
type BothRates = Rate & { readonly adjusted: Rate | undefined };
type Unit = Statistics['units'][number];
type Topic = Statistics['topics'][number];
type WeakTopic = Statistics['weakTopics']['items'][number];

/** What stands for no topic in an address. */
export const noTopic = 'none';

/** Rates, each with what it is made of. */
export function rateColumns(period: Period): readonly Column<BothRates>[] {
  return [
    { key: 'name', title: words.rate, width: 140, cell: (it) => <Hint text={said.formula(it)}>{said.rate(it)}</Hint> },
    { key: 'rate', title: words.value, width: 100, cell: (it) => percent(it.rate) },
    { key: 'parts', title: words.parts, width: 130, cell: (it) => rateParts(it, said.rate(it), period) },
    {
      key: 'adjusted',
      title: words.adjusted,
      hint: words.adjustedFormula,
      width: 100,
      cell: ({ adjusted }) => percent(adjusted?.rate ?? null),
    },
    {
      key: 'adjustedParts',
      title: words.adjustedParts,
      width: 130,
      cell: ({ adjusted: it }) =>
        it === undefined
          ? figure(null)
          : rateParts(it, `${said.rate(it)} ${words.adjusted}`, { ...period, left: 'true' }),
    },
    { key: 'formula', title: words.formula, cell: said.formula },
  ];
}

/** What the units did. */
export function unitColumns(period: Period): readonly Column<Unit>[] {
  const tasks = (key: 'tasks' | 'done' | 'doneInTime' | 'late' | 'open', width: number, hint?: string) =>
    countColumn<Unit>(
      { key, title: words[key], width, ...(hint !== undefined && { hint }) },
      ({ unit }) => unit,
      (it) => it[key],
      ({ unitId }) => ({ ...period, figure: `tasks.${key}`, by: unitId }),
    );
  return [
    { key: 'unit', title: words.unit, cell: (it) => it.unit },
    tasks('tasks', 80, words.tasksFormula),
    tasks('done', 80),
    tasks('doneInTime', 100),
    tasks('late', 80, words.lateFormula),
    tasks('open', 80),
    {
      key: 'claimed',
      title: words.claimed,
      hint: words.claimedFormula,
      width: 110,
      cell: ({ unit, unitId, claimedInTime: numerator, toClaim: denominator }) =>
        rateParts({ code: 'claiming', numerator, denominator }, unit, { ...period, by: unitId }),
    },
    { key: 'hours', title: words.hours, width: 170, cell: (it) => figure(it.hours) },
  ];
}

/** How the topics went. */
export function topicColumns(period: Period): readonly Column<Topic>[] {
  const cases = (key: 'received' | 'repeated' | 'lapsed' | 'dissatisfied', width: number, hint?: string) => {
    const asked: Figure = `cases.${key}`;
    return countColumn<Topic>(
      { key, title: words[key], width, ...(hint !== undefined && { hint }) },
      ({ name }) => said.category(name),
      (it) => it[key],
      ({ code }) => ({ ...period, figure: asked, topic: code || noTopic }),
    );
  };
  return [
    { key: 'name', title: words.topic, cell: (it) => said.category(it.name) },
    cases('received', 100),
    cases('repeated', 110, words.repeatedFormula),
    cases('lapsed', 100),
    cases('dissatisfied', 100, words.dissatisfiedFormula),
  ];
}

/** Topics that do worse than the mean. */
export function weakColumns(period: Period): readonly Column<WeakTopic>[] {
  return [
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
    {
      key: 'parts',
      title: words.parts,
      width: 130,
      cell: (it) => rateParts(it, said.category(it.topic), { ...period, topic: it.topicCode || noTopic, left: 'true' }),
    },
  ];
}
