import { App, Button, Popconfirm } from 'antd';
import type { ReactElement } from 'react';
import { useIncidents, useRetry, useRetryAll, type IncidentsAsked } from '../../api/live-view.js';
import type { Incident } from '../../api/model.js';
import { Empty } from '../../components/empty.js';
import { Failure } from '../../components/failure.js';
import { Loading } from '../../components/loading.js';
import { MoreButton } from '../../components/more-button.js';
import { PlainList } from '../../components/plain-list.js';
import type { Column } from '../../components/record-table.js';
import { problemText } from '../../format/problem-text.js';
import { longTime } from '../../format/time.js';
import { liveWords } from '../../messages/workflow-words.js';
import styles from './live.module.css';

const words = liveWords.incidents;

const columns: readonly Column<Incident>[] = [
  { key: 'workflow', title: words.columns.workflow, width: 200, cell: (it) => `${it.processName} v${it.version}` },
  { key: 'step', title: words.columns.step, width: 160, cell: (it) => it.elementName },
  { key: 'why', title: words.columns.why, cell: (it) => words.told(words.codes[it.code] ?? words.other, it.message) },
  {
    key: 'since',
    title: words.columns.since,
    width: 150,
    cell: (it) => <span className="number">{longTime(it.raisedAt)}</span>,
  },
  { key: 'act', title: words.columns.act, width: 220, cell: (it) => <Acts incident={it} /> },
];

/** What cannot go on by itself, of one version or of all workflows, to be tried again. */
export function Incidents(asked: IncidentsAsked): ReactElement {
  const list = useIncidents(asked);
  const items = list.data?.pages.flatMap((page) => page.items) ?? [];
  return (
    <section className={styles['section']} aria-labelledby="incidents">
      <h2 id="incidents">{words.title}</h2>
      <p className={styles['hint']}>{words.hint}</p>
      {list.isPending && <Loading lines={2} />}
      {list.isError && items.length === 0 && <Failure error={list.error} onRetry={() => void list.refetch()} />}
      {list.data && items.length === 0 && <Empty text={words.none} />}
      {items.length > 0 && (
        <>
          <PlainList
            caption={words.caption}
            columns={columns}
            rows={items}
            rowKey={(it) => `${it.instanceId} ${it.key}`}
          />
          <MoreButton list={list} shown={items.length} />
        </>
      )}
    </section>
  );
}

function Acts({ incident }: { incident: Incident }): ReactElement {
  const { message } = App.useApp();
  const one = useRetry();
  const all = useRetryAll();
  const refused = (error: Error) => void message.error(problemText(error));
  const retry = () =>
    one.mutate(incident, {
      onSuccess: (open) => void (open === 0 ? message.success(words.retried) : message.warning(words.still)),
      onError: refused,
    });
  const retryAll = () =>
    all.mutate(incident, {
      onSuccess: ({ total }) => void message.success(words.retriedAll(total)),
      onError: refused,
    });
  return (
    <span className={styles['acts']}>
      <Button size="small" loading={one.isPending} onClick={retry}>
        {words.retry}
      </Button>
      <Popconfirm title={words.confirmAll} onConfirm={retryAll}>
        <Button size="small" loading={all.isPending}>
          {words.retryAll}
        </Button>
      </Popconfirm>
    </span>
  );
}
