import type { ReactElement, ReactNode } from 'react';
import styles from './card-list.module.css';

/** Cards below each other, or side by side where there is room. */
export function CardList({ children }: { children: ReactNode }): ReactElement {
  return <div className={styles['list']}>{children}</div>;
}
