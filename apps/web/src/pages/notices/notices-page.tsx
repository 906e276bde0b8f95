import { Button } from 'antd';
import type { ReactElement } from 'react';
import { Link } from 'react-router';
import type { Notice } from '../../api/model.js';
import { useNotices, useReadNotices } from '../../api/notices.js';
import { Empty } from '../../components/empty.js';
import { Failure } from '../../components/failure.js';
import { Loading } from '../../components/loading.js';
import { MoreButton } from '../../components/more-button.js';
import { PageHeader } from '../../components/page-header.js';
import { longTime } from '../../format/time.js';
import { messages } from '../../messages/messages.js';
import { AddressForm } from './address-form.js';
import styles from './notices-page.module.css';

const words = messages.notices;

/** Kinds that tell volunteers of matters; the case is not for them. */
const forVolunteers: ReadonlySet<string> = new Set(['mutual-offered', 'mutual-ended']);

/** What one was told, the newest first, and where else one wants to be told it. */
export function NoticesPage(): ReactElement {
  const notices = useNotices();
  const read = useReadNotices();
  const items = notices.data?.pages.flatMap((page) => page.items) ?? [];
  const unread = notices.data?.pages[0]?.unread ?? 0;
  return (
    <>
      <PageHeader title={words.title} hint={words.hint}>
        {unread > 0 && (
          <Button loading={read.isPending} onClick={() => read.mutate(undefined)}>
            {words.readAll}
          </Button>
        )}
      </PageHeader>
      {notices.isPending && <Loading />}
      {notices.isError && !notices.data && <Failure error={notices.error} onRetry={() => void notices.refetch()} />}
      {notices.data && items.length === 0 && <Empty text={words.empty} />}
      {items.length > 0 && (
        <ul className={`sheet ${styles['list']}`} aria-label={words.title}>
          {items.map((notice) => (
            <NoticeLine key={notice.id} notice={notice} onOpen={() => read.mutate([notice.id])} />
          ))}
        </ul>
      )}
      {items.length > 0 && <MoreButton list={notices} shown={items.length} />}
      {!notices.isPending && <AddressForm />}
    </>
  );
}

function NoticeLine({ notice, onOpen }: { notice: Notice; onOpen: () => void }): ReactElement {
  const { kind, kindName, text, caseId, at, readAt } = notice;
  const path = forVolunteers.has(kind) ? '/mutual-aid' : `/cases/${caseId}`;
  return (
    <li className={styles[readAt === null ? 'unread' : 'read']}>
      <span className={styles['kind']}>{kindName}</span>
      <Link to={path} className={styles['text']} onClick={() => readAt === null && onOpen()}>
        {readAt === null && <span className="unseen">{words.unread}</span>}
        {text}
      </Link>
      <time dateTime={at} className={styles['at']}>
        {longTime(at)}
      </time>
    </li>
  );
}
