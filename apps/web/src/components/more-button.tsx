import type { UseInfiniteQueryResult } from '@tanstack/react-query';
import { Button } from 'antd';
import { useEffect, useRef, type ReactElement } from 'react';
import { problemText } from '../format/problem-text.js';
import { messages } from '../messages/messages.js';
import styles from './more-button.module.css';
import { standsInSight } from './stands-in-sight.js';

interface Props {
  readonly list: UseInfiniteQueryResult;
  readonly shown: number;
  /** Whether the next page comes by itself when one has scrolled to the end. */
  readonly endless?: boolean;
}

/** The foot of a list: how much is shown, the next page, and whether the last question to the server failed. */
export function MoreButton({ list, shown, endless = false }: Props): ReactElement {
  const { error, hasNextPage, isFetching, isFetchingNextPage, fetchNextPage } = list;
  const state = hasNextPage ? messages.list.shown(shown) : messages.list.end(shown);
  const foot = useRef<HTMLDivElement>(null);
  const waits = endless && hasNextPage && !isFetching && !error;
  useEffect(() => {
    if (!waits || !foot.current) return;
    const watcher = new IntersectionObserver((news) => standsInSight(news) && void fetchNextPage(), {
      rootMargin: '0px 0px 400px',
    });
    watcher.observe(foot.current);
    return () => watcher.disconnect();
  }, [waits, fetchNextPage]);
  return (
    <div ref={foot} className={styles['foot']}>
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
