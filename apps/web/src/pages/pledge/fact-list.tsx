import type { ReactElement, ReactNode } from 'react';
import styles from './pledge.module.css';

/** Facts by their names, in the order in which they are read. */
export function FactList({ facts }: { facts: readonly (readonly [string, ReactNode])[] }): ReactElement {
  return (
    <dl className={`sheet ${styles['facts']}`}>
      {facts.map(([name, value]) => (
        <div key={name}>
          <dt>{name}</dt>
          <dd>{value}</dd>
        </div>
      ))}
    </dl>
  );
}
