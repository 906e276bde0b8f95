import type { ReactElement } from 'react';
import { UnitSelect } from '../../components/unit-select.js';
import { messages } from '../../messages/messages.js';
import { pageWords } from '../../messages/page-words.js';
import styles from './supervision-page.module.css';

const words = pageWords.supervision;

/** Chooses the unit of a list; undefined: all. */
export function UnitFilter(props: {
  value: string | undefined;
  onChange: (unit: string | undefined) => void;
}): ReactElement {
  return (
    <UnitSelect
      kinds={['department', 'street', 'station', 'office']}
      className={styles['unit'] ?? ''}
      aria-label={words.unit}
      placeholder={messages.list.allUnits}
      value={props.value ?? null}
      onChange={(unit) => props.onChange(typeof unit === 'string' ? unit : undefined)}
    />
  );
}
