import { Alert, Button, Form, Input } from 'antd';
import type { UseQueryResult } from '@tanstack/react-query';
import type { ReactElement, ReactNode } from 'react';
import { Failure } from '../../components/failure.js';
import { Loading } from '../../components/loading.js';
import { written } from '../../format/field-rules.js';
import { problemText } from '../../format/problem-text.js';
import { longTime } from '../../format/time.js';
import { pageWords } from '../../messages/page-words.js';
import styles from './privacy-page.module.css';

const words = pageWords.privacy;

/** A version of what is decided. */
export interface Decision {
  readonly version: number;
  readonly note: string;
  readonly at: string;
  readonly by: string;
}

/** One thing that is decided, under its heading, with what was decided before. */
export function Part<D extends Decision>(props: {
  readonly title: string;
  readonly decisions: UseQueryResult<D[]>;
  readonly form: (latest: D) => ReactNode;
}): ReactElement {
  const { title, decisions } = props;
  const [latest] = decisions.data ?? [];
  return (
    <section className={`sheet ${styles['part']}`} aria-label={title}>
      <h2 className={styles['title']}>{title}</h2>
      {decisions.isPending && <Loading />}
      {decisions.isError && !decisions.data && (
        <Failure error={decisions.error} onRetry={() => void decisions.refetch()} />
      )}
      {latest && props.form(latest)}
      <ul className={styles['list']} aria-label={words.decisions}>
        {decisions.data?.map(({ version, at, by, note }) => (
          <li key={version}>
            {by === '' ? words.installed(version) : words.decision(version, longTime(at), by, note)}
          </li>
        ))}
      </ul>
    </section>
  );
}

/** The grounds, what was refused, and the button. */
export function Grounds({ pending, error }: { readonly pending: boolean; readonly error: Error | null }): ReactElement {
  return (
    <>
      {error && <Alert type="error" showIcon role="alert" title={problemText(error)} />}
      <Form.Item name="note" label={words.note} rules={written(words.noteMissing)}>
        <Input maxLength={200} />
      </Form.Item>
      <Button type="primary" htmlType="submit" loading={pending}>
        {words.save}
      </Button>
    </>
  );
}
