import type { ReactElement, ReactNode } from 'react';
import styles from './form.module.css';

/** Something that went otherwise than hoped, read out at once. */
export function Notice({ kind, children }: { kind: 'error' | 'warning'; children: ReactNode }): ReactElement {
  return (
    <p role="alert" className={styles[kind]}>
      {children}
    </p>
  );
}
