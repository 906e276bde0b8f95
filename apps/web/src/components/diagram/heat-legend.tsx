import type { ReactElement } from 'react';
import { degreesOf } from './heat.rules.js';
import styles from './heat.module.css';

/** What the four colours stand for, in numbers. */
export function HeatLegend({ label, largest, unit }: { label: string; largest: number; unit: string }): ReactElement {
  return (
    <ul className={styles['legend']} aria-label={label}>
      {degreesOf(largest).map((upTo, degree) => (
        <li key={degree}>{`≤ ${upTo} ${unit}`}</li>
      ))}
    </ul>
  );
}
