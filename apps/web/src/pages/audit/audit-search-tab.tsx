import { Button, DatePicker, Form, Input, Select } from 'antd';
import type { Dayjs } from 'dayjs';
import { useState, type ReactElement } from 'react';
import { auditFileAddress, useAuditActions, useAuditEntries, type AuditFilter } from '../../api/audit.js';
import type { AuditEntry } from '../../api/model.js';
import { Empty } from '../../components/empty.js';
import { Failure } from '../../components/failure.js';
import { Loading } from '../../components/loading.js';
import { MoreButton } from '../../components/more-button.js';
import { PlainList } from '../../components/plain-list.js';
import type { Column } from '../../components/record-table.js';
import { longTime } from '../../format/time.js';
import { messages } from '../../messages/messages.js';
import { pageWords } from '../../messages/page-words.js';
import styles from './audit.module.css';

const words = pageWords.audit;

const columns: readonly Column<AuditEntry>[] = [
  { key: 'at', title: words.at, width: 150, cell: ({ at }) => <span className="number">{longTime(at)}</span> },
  { key: 'who', title: words.who, width: 190, cell: Person },
  { key: 'action', title: words.action, width: 150, cell: ({ action }) => words.actions[action] ?? action },
  { key: 'subject', title: words.subject, width: 170, cell: subjectOf },
  { key: 'reason', title: words.reason, cell: ({ reason }) => reason ?? '' },
  { key: 'result', title: words.result, width: 80, cell: ({ result }) => words.results[result] },
  { key: 'detail', title: words.detail, cell: Detail },
];

/** Entries of the trail by who, what, case, address and time. */
export function AuditSearchTab(): ReactElement {
  const [filter, setFilter] = useState<AuditFilter>({});
  const list = useAuditEntries(filter);
  const rows = list.data?.pages.flatMap((page) => page.items) ?? [];
  return (
    <>
      <Filters onFind={setFilter} />
      <p className={styles['export']}>
        <Button href={auditFileAddress(filter, 'xlsx')} download>
          {words.xlsx}
        </Button>
        <Button href={auditFileAddress(filter, 'csv')} download>
          {words.csv}
        </Button>
        <span>{words.exportHint}</span>
      </p>
      {list.isPending && <Loading />}
      {list.isError && !list.data && <Failure error={list.error} onRetry={() => void list.refetch()} />}
      {list.data && rows.length === 0 && <Empty text={words.empty} />}
      {rows.length > 0 && (
        <>
          <PlainList
            caption={words.title}
            columns={columns}
            rows={rows}
            rowKey={({ stream, seq }) => `${stream} ${seq}`}
          />
          <MoreButton list={list} shown={rows.length} />
        </>
      )}
    </>
  );
}

interface Values {
  readonly who?: string;
  readonly action?: string;
  readonly result?: AuditEntry['result'];
  readonly case?: string;
  readonly ip?: string;
  readonly days?: readonly [Dayjs, Dayjs] | null;
}

function Filters({ onFind }: { onFind: (filter: AuditFilter) => void }): ReactElement {
  const actions = useAuditActions().data ?? [];
  return (
    <Form<Values> layout="vertical" className={styles['filters'] ?? ''} onFinish={(values) => onFind(filterOf(values))}>
      <Form.Item name="who" label={words.who}>
        <Input allowClear placeholder={words.whoHint} maxLength={100} />
      </Form.Item>
      <Form.Item name="action" label={words.action}>
        <Select
          allowClear
          placeholder={words.anyAction}
          showSearch={{ optionFilterProp: 'label' }}
          options={actions.map((value) => ({ value, label: words.actions[value] ?? value }))}
        />
      </Form.Item>
      <Form.Item name="case" label={words.case}>
        <Input allowClear placeholder="LB20260302-000001" maxLength={40} />
      </Form.Item>
      <Form.Item name="result" label={words.result}>
        <Select
          allowClear
          placeholder={words.anyResult}
          options={Object.entries(words.results).map(([value, label]) => ({ value, label }))}
        />
      </Form.Item>
      <Form.Item name="ip" label={words.ip}>
        <Input allowClear maxLength={60} />
      </Form.Item>
      <Form.Item name="days" label={words.period}>
        <DatePicker.RangePicker />
      </Form.Item>
      <Form.Item label=" " colon={false}>
        <Button type="primary" htmlType="submit">
          {words.find}
        </Button>
      </Form.Item>
    </Form>
  );
}

/** What was left empty is no condition; days are those of the district's clocks as far as the browser's agree. */
function filterOf({ days, ...values }: Values): AuditFilter {
  const given = Object.entries(values)
    .map(([name, value]) => [name, value?.trim()] as const)
    .filter(([, value]) => value !== undefined && value !== '');
  const [from, until] = days ?? [];
  return {
    ...(Object.fromEntries(given) as AuditFilter),
    ...(from && { from: from.startOf('day').toISOString() }),
    ...(until && { until: until.add(1, 'day').startOf('day').toISOString() }),
  };
}

function Person({ who, unit, onBehalfOf, ip }: AuditEntry): ReactElement {
  return (
    <>
      {who ?? words.nobody}
      {onBehalfOf !== null && <div>{words.behalf(onBehalfOf)}</div>}
      <div className={styles['beside']}>{[unit, ip].filter(Boolean).join(messages.marks.phrase)}</div>
    </>
  );
}

function subjectOf({ caseCode, subject }: AuditEntry): string {
  return caseCode ?? (subject ? `${subject.type} ${subject.id}` : '');
}

function Detail({ stream, seq, detail }: AuditEntry): ReactElement {
  const facts = Object.entries(detail).filter(([name]) => name !== 'requestId');
  return (
    <>
      {facts.length > 0 && <code className={styles['facts']}>{JSON.stringify(Object.fromEntries(facts))}</code>}
      <div className={styles['beside']}>{words.entry(stream, seq)}</div>
    </>
  );
}
