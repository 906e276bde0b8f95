import { App, Button, Tag } from 'antd';
import type { ReactElement } from 'react';
import { useEndSession, useOwnSessions } from '../../api/account.js';
import type { OwnSession } from '../../api/model.js';
import { Failure } from '../../components/failure.js';
import { Loading } from '../../components/loading.js';
import { problemText } from '../../format/problem-text.js';
import { shortTime } from '../../format/time.js';
import { messages } from '../../messages/messages.js';
import { pageWords } from '../../messages/page-words.js';
import styles from './account.module.css';

const words = pageWords.account.sessions;

/** Where one is signed in, with the end of it. */
export function SessionsPart(): ReactElement {
  const { message } = App.useApp();
  const sessions = useOwnSessions();
  const end = useEndSession();
  const submit = (which: { readonly id: string } | 'others') =>
    end.mutate(which, {
      onSuccess: () => void message.success(words.ended),
      onError: (error) => void message.error(problemText(error)),
    });
  return (
    <section className={`sheet ${styles['part']}`} aria-label={words.title}>
      <h2 className={styles['heading']}>{words.title}</h2>
      <p className={styles['hint']}>{words.hint}</p>
      {sessions.isPending && (
        <div className={styles['settling']}>
          <Loading lines={1} />
        </div>
      )}
      {sessions.isError && <Failure error={sessions.error} onRetry={() => void sessions.refetch()} />}
      <ul className={styles['sessions']}>
        {sessions.data?.map((session) => (
          <Line key={session.id} session={session} busy={end.isPending} onEnd={() => submit({ id: session.id })} />
        ))}
      </ul>
      {(sessions.data?.length ?? 0) > 1 && (
        <Button loading={end.isPending} onClick={() => submit('others')}>
          {words.endOthers}
        </Button>
      )}
    </section>
  );
}

function Line({ session, busy, onEnd }: { session: OwnSession; busy: boolean; onEnd: () => void }): ReactElement {
  const { browser, system, ip, openedAt, seenAt, current } = session;
  const device = words.device(browser, system);
  const facts = [
    ip === null ? undefined : words.from(ip),
    words.opened(shortTime(openedAt)),
    words.seen(shortTime(seenAt)),
  ];
  return (
    <li className={styles['session']}>
      <div>
        <p>
          {device} {current && <Tag>{words.current}</Tag>}
        </p>
        <p className={styles['hint']}>{facts.filter((fact) => fact !== undefined).join(messages.marks.list)}</p>
      </div>
      {!current && (
        <Button size="small" disabled={busy} aria-label={words.endOf(device)} onClick={onEnd}>
          {words.end}
        </Button>
      )}
    </li>
  );
}
