import { Button } from 'antd';
import type { ReactElement } from 'react';
import { messages } from '../messages/messages.js';
import styles from './more-button.module.css';

interface Props {
  readonly shown: number;
  readonly hasMore: boolean;
  readonly loading: boolean;
  readonly onMore: () => void;
}

/** The foot of a list: how much is shown, and the next page. */
export function MoreButton({ shown, hasMore, loading, onMore }: Props): ReactElement {
  return (
    <div className={styles['foot']}>
      <span aria-live="polite">{hasMore ? messages.list.shown(shown) : messages.list.end(shown)}</span>
      {hasMore && (
        <Button size="small" loading={loading} onClick={onMore}>
          {messages.act.more}
        </Button>
      )}
    </div>
  );
}
