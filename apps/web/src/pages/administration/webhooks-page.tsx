import { App, Button, Popconfirm } from 'antd';
import { useState, type ReactElement } from 'react';
import type { Webhook } from '../../api/model.js';
import { useEndWebhook, useTestWebhook, useWebhooks } from '../../api/webhooks.js';
import { Empty } from '../../components/empty.js';
import { Failure } from '../../components/failure.js';
import { Loading } from '../../components/loading.js';
import { PageHeader } from '../../components/page-header.js';
import { PlainList } from '../../components/plain-list.js';
import type { Column } from '../../components/record-table.js';
import { problemText } from '../../format/problem-text.js';
import { longTime } from '../../format/time.js';
import { messages } from '../../messages/messages.js';
import styles from './administration.module.css';
import { WebhookDrawer } from './webhook-drawer.js';

const words = messages.webhooks;

const columns: readonly Column<Webhook>[] = [
  { key: 'url', title: words.url, cell: ({ url }) => url },
  {
    key: 'events',
    title: words.events,
    width: 200,
    cell: ({ events }) => events.map((event) => words.event[event]).join(messages.marks.list),
  },
  {
    key: 'at',
    title: words.createdAt,
    width: 160,
    cell: ({ createdAt }) => <span className="number">{longTime(createdAt)}</span>,
  },
  { key: 'last', title: words.lastCall, width: 300, cell: lastCallOf },
  { key: 'act', title: messages.column.act, width: 150, cell: (hook) => <Acts hook={hook} /> },
];

/** Other systems that are told of cases. */
export function WebhooksPage(): ReactElement {
  const hooks = useWebhooks();
  const [adding, setAdding] = useState(false);
  return (
    <>
      <PageHeader title={words.title} hint={words.hint}>
        <Button onClick={() => setAdding(true)}>{words.add}</Button>
      </PageHeader>
      {hooks.isPending && <Loading />}
      {hooks.isError && !hooks.data && <Failure error={hooks.error} onRetry={() => void hooks.refetch()} />}
      {hooks.data?.length === 0 && <Empty text={words.empty} />}
      {hooks.data && hooks.data.length > 0 && (
        <PlainList caption={words.title} columns={columns} rows={hooks.data} rowKey={({ id }) => id} />
      )}
      {adding && <WebhookDrawer onClose={() => setAdding(false)} />}
    </>
  );
}

function lastCallOf({ lastCall }: Webhook): ReactElement {
  if (!lastCall) return <span className={styles['out']}>{words.never}</span>;
  return (
    <>
      <span className="number">{longTime(lastCall.at)}</span>{' '}
      {lastCall.error === null ? words.good : <span className={styles['bad']}>{words.bad(lastCall.error)}</span>}
    </>
  );
}

function Acts({ hook: { id, url } }: { hook: Webhook }): ReactElement {
  const { message } = App.useApp();
  const test = useTestWebhook();
  const end = useEndWebhook();
  const onError = (error: Error) => void message.error(problemText(error));
  const tryOut = () => test.mutate(id, { onSuccess: () => void message.success(words.tested), onError });
  return (
    <div className={styles['acts']}>
      <Button size="small" aria-label={words.testOf(url)} loading={test.isPending} onClick={tryOut}>
        {words.test}
      </Button>
      <Popconfirm
        title={words.confirm}
        okText={words.end}
        cancelText={messages.act.cancel}
        onConfirm={() => end.mutate(id, { onError })}
      >
        <Button size="small" aria-label={words.endOf(url)}>
          {words.end}
        </Button>
      </Popconfirm>
    </div>
  );
}
