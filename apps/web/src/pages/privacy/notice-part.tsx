import { App, Form, Input } from 'antd';
import type { ReactElement } from 'react';
import type { DecidedPrivacyNotice } from '../../api/model.js';
import { useDecideNotice, useNoticeDecisions } from '../../api/privacy.js';
import { written } from '../../format/field-rules.js';
import { pageWords } from '../../messages/page-words.js';
import { Grounds, Part } from './part.js';
import styles from './privacy-page.module.css';

const words = pageWords.privacy;

interface NoticeValues {
  readonly zh: string;
  readonly en: string;
  readonly note: string;
}

/** What residents read before they file. */
export function NoticePart(): ReactElement {
  const decisions = useNoticeDecisions();
  return (
    <Part
      title={words.notice}
      decisions={decisions}
      form={(latest) => <NoticeForm key={latest.version} latest={latest} />}
    />
  );
}

function NoticeForm({ latest }: { readonly latest: DecidedPrivacyNotice }): ReactElement {
  const { message } = App.useApp();
  const decide = useDecideNotice();
  const submit = ({ note, zh, en }: NoticeValues) =>
    decide.mutate(
      { version: latest.version, value: { zh, en }, note },
      { onSuccess: () => void message.success(words.saved) },
    );
  return (
    <Form layout="vertical" initialValues={latest.value} onFinish={submit}>
      <p className={styles['hint']}>{words.noticeHint}</p>
      {(['zh', 'en'] as const).map((name) => (
        <Form.Item key={name} name={name} label={words[name]} rules={written(words.textMissing)}>
          <Input.TextArea autoSize={{ minRows: 4 }} maxLength={4_000} />
        </Form.Item>
      ))}
      <Grounds pending={decide.isPending} error={decide.error} />
    </Form>
  );
}
