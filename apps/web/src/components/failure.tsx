import { Button } from 'antd';
import type { ReactElement } from 'react';
import { problemText } from '../format/problem-text.js';
import { messages } from '../messages/messages.js';
import styles from './notice.module.css';

/** Says in one sentence why something could not be shown, and offers another try. */
export function Failure({ error, onRetry }: { error: unknown; onRetry?: () => void }): ReactElement {
  return (
    <div className={styles['notice']} role="alert">
      <strong className={styles['title']}>{messages.failure.title}</strong>
      <p>{problemText(error)}</p>
      {onRetry && <Button onClick={onRetry}>{messages.act.retry}</Button>}
    </div>
  );
}
