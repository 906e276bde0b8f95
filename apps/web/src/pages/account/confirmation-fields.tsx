import { Form, Input } from 'antd';
import type { ReactElement } from 'react';
import { given } from '../../format/field-rules.js';
import { pageWords } from '../../messages/page-words.js';

const words = pageWords.account;

/** By what one shows again that it is oneself: the password, and a code where there is a second factor. */
export function ConfirmationFields({ hasFactor }: { hasFactor: boolean }): ReactElement {
  return (
    <>
      <Form.Item name="password" label={words.password.current} rules={given(words.password.missing)}>
        <Input.Password autoComplete="current-password" maxLength={200} />
      </Form.Item>
      {hasFactor && <CodeField hint={words.factor.codeHint} />}
    </>
  );
}

/** A code of the authenticator app. */
export function CodeField({ hint }: { hint?: string }): ReactElement {
  return (
    <Form.Item name="code" label={words.factor.code} extra={hint} rules={given(words.factor.codeMissing)}>
      <Input autoComplete="one-time-code" maxLength={40} spellCheck={false} autoCapitalize="none" />
    </Form.Item>
  );
}
