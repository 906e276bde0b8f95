import { Alert, Button, Form, Input } from 'antd';
import type { ReactElement } from 'react';
import { useCodeAfterProvider, useProvider } from '../../api/provider.js';
import { given } from '../../format/field-rules.js';
import { problemText } from '../../format/problem-text.js';
import { messages } from '../../messages/messages.js';
import styles from './sign-in-page.module.css';

const words = messages.signIn;

interface Props {
  /** `code`: one has come back from the provider and is asked for the second factor. */
  readonly asks: string | null;
  readonly next: string | undefined;
  /** Whether one has just signed out here. */
  readonly left: boolean;
  readonly onOther: () => void;
}

/** What of the sign-in page has to do with a provider. */
export function ProviderPart({ asks, next, left, onOther }: Props): ReactElement | null {
  if (asks === 'nothing') return null;
  return asks === 'code' ? <ProviderCode onOther={onOther} /> : <ProviderButton next={next} left={left} />;
}

/** The way in by a provider of sign-in, where one is connected; after a sign-out here, also the way out over there. */
function ProviderButton({ next, left }: { next: string | undefined; left: boolean }): ReactElement | null {
  const name = useProvider().data?.name;
  if (typeof name !== 'string') return null;
  const start = `/api/v1/auth/provider/start?${new URLSearchParams({ next: next ?? '/' }).toString()}`;
  return (
    <div className={styles['provider']}>
      <Button block size="large" href={start}>
        {words.byProvider(name)}
      </Button>
      {left && <a href="/api/v1/auth/provider/sign-out">{words.leaveProvider(name)}</a>}
    </div>
  );
}

/** The code of the second factor, after the provider. */
function ProviderCode({ onOther }: { onOther: () => void }): ReactElement {
  const code = useCodeAfterProvider();
  return (
    <Form<{ code: string }>
      layout="vertical"
      size="large"
      requiredMark={false}
      validateTrigger="onSubmit"
      onFinish={(values) => code.mutate(values)}
    >
      {code.error && (
        <Alert type="error" showIcon title={problemText(code.error)} className={styles['alert'] ?? ''} role="alert" />
      )}
      <Form.Item name="code" label={words.code} extra={words.codeHint} rules={given(words.codeMissing)}>
        <Input autoComplete="one-time-code" autoCapitalize="none" autoFocus maxLength={40} spellCheck={false} />
      </Form.Item>
      <Button type="primary" htmlType="submit" block loading={code.isPending}>
        {words.submit}
      </Button>
      <Button type="link" block onClick={onOther}>
        {words.other}
      </Button>
    </Form>
  );
}
