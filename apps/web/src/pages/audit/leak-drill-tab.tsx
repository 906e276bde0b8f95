import { Button, Form, Input } from 'antd';
import { useState, type ReactElement } from 'react';
import { useLeakDrill } from '../../api/audit.js';
import type { AuditedReading } from '../../api/model.js';
import { Empty } from '../../components/empty.js';
import { Failure } from '../../components/failure.js';
import { Loading } from '../../components/loading.js';
import { PlainList } from '../../components/plain-list.js';
import type { Column } from '../../components/record-table.js';
import { written } from '../../format/field-rules.js';
import { longTime } from '../../format/time.js';
import { messages } from '../../messages/messages.js';
import { pageWords } from '../../messages/page-words.js';
import styles from './audit.module.css';

const words = pageWords.audit;

const columns: readonly Column<AuditedReading>[] = [
  { key: 'at', title: words.at, width: 150, cell: ({ at }) => <span className="number">{longTime(at)}</span> },
  { key: 'by', title: words.who, width: 200, cell: ({ by, unit }) => messages.marks.aside(by, unit) },
  { key: 'ip', title: words.ip, width: 140, cell: ({ ip }) => ip ?? '' },
  { key: 'reason', title: words.reason, cell: ({ reason }) => reason },
  { key: 'seen', title: words.saw, width: 90, cell: ({ seen }) => (seen ? words.didSee : words.didNotSee) },
];

/** Who saw the resident of one case: where to begin when it is known outside. */
export function LeakDrillTab(): ReactElement {
  const [code, setCode] = useState('');
  const found = useLeakDrill(code);
  return (
    <>
      <p>{words.drillHint}</p>
      <Form<{ code: string }>
        layout="inline"
        className={styles['drill'] ?? ''}
        onFinish={(it) => setCode(it.code.trim())}
      >
        <Form.Item name="code" label={words.case} rules={written(words.codeMissing)}>
          <Input placeholder="LB20260302-000001" maxLength={40} />
        </Form.Item>
        <Button type="primary" htmlType="submit" loading={found.isFetching}>
          {words.drill}
        </Button>
      </Form>
      {found.isLoading && <Loading lines={3} />}
      {found.isError && <Failure error={found.error} onRetry={() => void found.refetch()} />}
      {found.data && (
        <section aria-live="polite">
          <h2 className={styles['heading']}>{words.seen(found.data.code, found.data.readings.length)}</h2>
          {found.data.readings.length === 0 ? (
            <Empty text={words.nobodySaw} />
          ) : (
            <PlainList
              caption={words.tabs.drill}
              columns={columns}
              rows={found.data.readings}
              rowKey={({ entry }) => String(entry)}
            />
          )}
        </section>
      )}
    </>
  );
}
