import type { ReactElement } from 'react';
import { degreesOf } from './heat.rules.js';
import styles from './heat.module.css';

interface Props {
  readonly label: string;
  readonly largest: number;
  readonly unit: string;
  /** The values are numbers of things. */
  readonly counted: boolean;
}

/** What the colours stand for, in numbers. */
export function HeatLegend({ label, largest, unit, counted }: Props): ReactElement {
  return (
    <ul className={styles['legend']} aria-label={label}>
      {degreesOf(largest, counted).map(({ heat, upTo }) => (
        <li key={heat} data-heat={heat}>{`≤ ${upTo} ${unit}`}</li>
      ))}
    </ul>
  );
}
