import type { UseInfiniteQueryResult } from '@tanstack/react-query';
import { Button } from 'antd';
import type { ReactElement } from 'react';
import { problemText } from '../format/problem-text.js';
import { messages } from '../messages/messages.js';
import styles from './more-button.module.css';

/** The foot of a list: how much is shown, the next page, and whether the last question to the server failed. */
export function MoreButton({ list, shown }: { list: UseInfiniteQueryResult; shown: number }): ReactElement {
  const { error, hasNextPage, isFetchingNextPage } = list;
  const state = hasNextPage ? messages.list.shown(shown) : messages.list.end(shown);
  return (
    <div className={styles['foot']}>
      <span aria-live="polite" className={error ? styles['failed'] : undefined}>
        {error ? problemText(error) : state}
      </span>
      {(hasNextPage || error) && (
        <Button
          size="small"
          loading={isFetchingNextPage}
          onClick={() => void (hasNextPage ? list.fetchNextPage() : list.refetch())}
        >
          {hasNextPage ? messages.act.more : messages.act.retry}
        </Button>
      )}
    </div>
  );
}
