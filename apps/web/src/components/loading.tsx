import type { ReactElement } from 'react';
import { messages } from '../messages/messages.js';
import styles from './loading.module.css';

/** Grey lines in place of content that is on its way. */
export function Loading({ lines = 6 }: { lines?: number }): ReactElement {
  return (
    <div className={styles['loading']} role="status">
      <span className="unseen">{messages.loading}</span>
      {Array.from({ length: lines }, (_, line) => (
        <div key={line} className={styles['line']} />
      ))}
    </div>
  );
}
