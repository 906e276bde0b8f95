import type { ReactElement, ReactNode } from 'react';
import styles from './notice.module.css';

/** What stands where a list has nothing to show. */
export function Empty({ text, children }: { text: string; children?: ReactNode }): ReactElement {
  return (
    <div className={styles['notice']}>
      <svg width="48" height="40" viewBox="0 0 48 40" aria-hidden="true" fill="none" stroke="#a9b1b8" strokeWidth="1.5">
        <path d="M4 22 11 7h26l7 15v13H4V22Z" />
        <path d="M4 22h12l3 5h10l3-5h12" />
      </svg>
      <p>{text}</p>
      {children}
    </div>
  );
}
