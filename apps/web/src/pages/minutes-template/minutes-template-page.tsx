import { Alert, App, Button, Form, Input } from 'antd';
import type { ReactElement } from 'react';
import { useChangeMinutesTemplate, useMinutesTemplates } from '../../api/minutes-templates.js';
import type { MinutesTemplate, MinutesWording } from '../../api/model.js';
import { Failure } from '../../components/failure.js';
import { Loading } from '../../components/loading.js';
import { PageHeader } from '../../components/page-header.js';
import { written } from '../../format/field-rules.js';
import { problemText } from '../../format/problem-text.js';
import { longTime } from '../../format/time.js';
import { messages } from '../../messages/messages.js';
import styles from './minutes-template-page.module.css';

const words = messages.minutesTemplate;

/** The wording of the joint meeting's minutes, and how it was before. */
export function MinutesTemplatePage(): ReactElement {
  const versions = useMinutesTemplates();
  const [newest] = versions.data ?? [];
  return (
    <>
      <PageHeader title={words.title} hint={words.hint} />
      {versions.isPending && <Loading />}
      {versions.isError && !versions.data && <Failure error={versions.error} onRetry={() => void versions.refetch()} />}
      {newest && <WordingForm key={newest.version} wording={newest} />}
      {versions.data && <VersionList versions={versions.data} />}
    </>
  );
}

function WordingForm({ wording }: { wording: MinutesWording }): ReactElement {
  const { message } = App.useApp();
  const change = useChangeMinutesTemplate();
  const submit = (answers: MinutesWording) =>
    change.mutate(answers, { onSuccess: () => void message.success(words.saved) });
  return (
    <section className={`sheet ${styles['sheet']}`} aria-label={words.wording}>
      <Form layout="vertical" initialValues={wording} onFinish={submit}>
        <Form.Item name="title" label={words.titleLabel} rules={written(words.titleMissing)}>
          <Input maxLength={100} />
        </Form.Item>
        <Form.Item name="preamble" label={words.preamble} extra={words.placeholders}>
          <Input.TextArea rows={4} maxLength={2000} />
        </Form.Item>
        <Form.Item name="closing" label={words.closing}>
          <Input.TextArea rows={4} maxLength={2000} />
        </Form.Item>
        {change.error && <Alert type="error" showIcon role="alert" title={problemText(change.error)} />}
        <Button type="primary" htmlType="submit" loading={change.isPending}>
          {words.save}
        </Button>
      </Form>
    </section>
  );
}

function VersionList({ versions }: { versions: readonly MinutesTemplate[] }): ReactElement {
  return (
    <section aria-label={words.versions}>
      <h2 className={styles['heading']}>{words.versions}</h2>
      <ul className={`sheet ${styles['versions']}`}>
        {versions.map(({ version, title, preamble, closing, madeAt, madeBy }) => (
          <li key={version}>
            <p className={styles['facts']}>{words.version(version, longTime(madeAt), madeBy ?? words.product)}</p>
            <p>
              <strong>{title}</strong>
            </p>
            <p className={styles['text']}>{preamble}</p>
            <p className={styles['text']}>{closing}</p>
          </li>
        ))}
      </ul>
    </section>
  );
}
