import type { ReactElement, ReactNode } from 'react';
import styles from './notice.module.css';

interface Props {
  readonly text: string;
  /** `h1` where this is all that the page shows. */
  readonly as?: 'p' | 'h1';
  readonly children?: ReactNode;
}

/** What stands where a list, or a page, has nothing to show: on a sheet of its own, as the list would. */
export function Empty({ text, as: Text = 'p', children }: Props): ReactElement {
  return (
    <div className={`${styles['notice']} ${Text === 'p' ? `sheet ${styles['inside']}` : ''}`}>
      <svg width="48" height="40" viewBox="0 0 48 40" aria-hidden="true" fill="none" stroke="#a9b1b8" strokeWidth="1.5">
        <path d="M4 22 11 7h26l7 15v13H4V22Z" />
        <path d="M4 22h12l3 5h10l3-5h12" />
      </svg>
      <Text className={styles['text']}>{text}</Text>
      {children}
    </div>
  );
}
