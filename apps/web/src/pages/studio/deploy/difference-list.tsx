import type { ReactElement } from 'react';
import { studioWords } from '../../../messages/workflow-words.js';
import { simpleDuration } from '../modeler/duration.js';
import type { Differences } from './use-differences.js';
import type { Difference } from './version-differences.js';
import { tableDifferenceText } from './table-difference-text.js';
import styles from './deploy.module.css';

const words = studioWords.difference;
/** Longer values are only named; the diagram shows them. */
const short = 60;

/** What becomes otherwise, in words. */
export function DifferenceList({
  differences: { diagram, tables, files },
}: {
  readonly differences: Differences;
}): ReactElement {
  if (diagram.length + tables.length + files.length === 0) return <p className={styles['hint']}>{words.none}</p>;
  return (
    <ul className={styles['differences']}>
      {diagram.map((difference, index) => (
        <li key={index}>{textOf(difference)}</li>
      ))}
      {tables.map((difference, index) => (
        <li key={index}>{tableDifferenceText(difference)}</li>
      ))}
      {files.map((name) => (
        <li key={name}>{words.table(name)}</li>
      ))}
    </ul>
  );
}

function textOf({ kind, name, thing, before, after }: Difference): string {
  if (kind !== 'changed' || thing === undefined) return words[kind](name);
  const value = (text: string) => {
    if (text.length > short) return words.long;
    return (thing === 'term' ? termText(text) : text) || words.nothing;
  };
  const told = before !== undefined && after !== undefined && Math.min(before.length, after.length) <= short;
  const values = told ? words.values(value(before), value(after)) : words.otherwise;
  return words.of(name, words.things[thing], values);
}

/** A duration in words; what is a formula stays one. */
function termText(text: string): string {
  const [value = '', calendar] = text.split(' ');
  const simple = simpleDuration(value);
  if (!simple) return text;
  const amount = `${simple.amount} ${studioWords.term.units[simple.unit]}`;
  return calendar === undefined ? amount : words.byCalendar(amount, words.calendars[calendar] ?? calendar);
}
