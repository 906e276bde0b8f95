import { App, Button, Form, Input, Popconfirm } from 'antd';
import { useState, type ReactElement } from 'react';
import { useDeadLetters, useDropLetters, useRetryLetters } from '../../api/dead-letters.js';
import type { DeadLetter } from '../../api/model.js';
import { Empty } from '../../components/empty.js';
import { Failure } from '../../components/failure.js';
import { FormDialog } from '../../components/form-dialog.js';
import { Loading } from '../../components/loading.js';
import { MoreButton } from '../../components/more-button.js';
import { PageHeader } from '../../components/page-header.js';
import { PlainList } from '../../components/plain-list.js';
import type { Column } from '../../components/record-table.js';
import { written } from '../../format/field-rules.js';
import { problemText } from '../../format/problem-text.js';
import { longTime } from '../../format/time.js';
import { messages } from '../../messages/messages.js';
import { pageWords } from '../../messages/page-words.js';
import styles from './dead-letters.module.css';

const words = pageWords.deadLetters;

const columns: readonly Column<DeadLetter>[] = [
  { key: 'kind', title: words.kind, width: 190, cell: (it) => messages.marks.aside(nameOf(it), words.kinds[it.kind]) },
  {
    key: 'reason',
    title: words.reason,
    cell: ({ reason }) => <span className={styles['bad']}>{reason ?? words.unknown}</span>,
  },
  { key: 'payload', title: words.payload, cell: Payload },
  { key: 'attempts', title: words.attempts, width: 70, cell: ({ attempts }) => attempts },
  {
    key: 'at',
    title: words.failedAt,
    width: 150,
    cell: ({ failedAt }) => <span className="number">{longTime(failedAt)}</span>,
  },
  { key: 'act', title: messages.column.act, width: 150, cell: (letter) => <Acts letter={letter} /> },
];

/** What failed at every attempt, to be tried again or dropped. */
export function DeadLettersPage(): ReactElement {
  const list = useDeadLetters();
  const rows = list.data?.pages.flatMap((page) => page.items) ?? [];
  return (
    <>
      <PageHeader title={words.title} hint={words.hint}>
        {rows.length > 0 && <RetryAll />}
      </PageHeader>
      {list.isPending && <Loading />}
      {list.isError && !list.data && <Failure error={list.error} onRetry={() => void list.refetch()} />}
      {list.data && rows.length === 0 && <Empty text={words.empty} />}
      {rows.length > 0 && (
        <>
          <PlainList caption={words.title} columns={columns} rows={rows} rowKey={({ id }) => id} />
          <MoreButton list={list} shown={rows.length} />
        </>
      )}
    </>
  );
}

function nameOf({ name }: DeadLetter): string {
  return words.names[name] ?? name;
}

function Payload({ payload }: DeadLetter): ReactElement | null {
  if (payload === null || payload === undefined) return null;
  return <code className={styles['payload']}>{JSON.stringify(payload)}</code>;
}

function useRetry() {
  const { message } = App.useApp();
  const retry = useRetryLetters();
  const send = (ids?: string[]) =>
    retry.mutate(ids ? { ids } : {}, {
      onSuccess: ({ done }) => void message.success(words.retried(done)),
      onError: (error) => void message.error(problemText(error)),
    });
  return { send, loading: retry.isPending };
}

function RetryAll(): ReactElement {
  const { send, loading } = useRetry();
  return (
    <Popconfirm title={words.confirmAll} onConfirm={() => send()}>
      <Button loading={loading}>{words.retryAll}</Button>
    </Popconfirm>
  );
}

function Acts({ letter }: { letter: DeadLetter }): ReactElement {
  const { send, loading } = useRetry();
  const [dropping, setDropping] = useState(false);
  const name = nameOf(letter);
  return (
    <div className={styles['acts']}>
      <Button size="small" aria-label={words.retryOf(name)} loading={loading} onClick={() => send([letter.id])}>
        {words.retry}
      </Button>
      <Button size="small" aria-label={words.dropOf(name)} onClick={() => setDropping(true)}>
        {words.drop}
      </Button>
      {dropping && <DropDialog letter={letter} onClose={() => setDropping(false)} />}
    </div>
  );
}

function DropDialog({ letter, onClose }: { letter: DeadLetter; onClose: () => void }): ReactElement {
  return (
    <FormDialog
      title={words.dropTitle}
      intro={<p>{words.dropHint}</p>}
      submit={words.drop}
      act={useDropLetters()}
      toAct={({ reason }: { reason: string }) => ({ ids: [letter.id], reason })}
      done={words.dropped}
      onClose={onClose}
    >
      <Form.Item name="reason" label={words.why} rules={written(words.whyMissing)}>
        <Input.TextArea autoSize={{ minRows: 2, maxRows: 5 }} maxLength={500} />
      </Form.Item>
    </FormDialog>
  );
}
