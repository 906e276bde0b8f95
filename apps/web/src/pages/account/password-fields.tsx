import { Form, Input } from 'antd';
import type { ReactElement } from 'react';
import { given } from '../../format/field-rules.js';
import { pageWords } from '../../messages/page-words.js';

const words = pageWords.account.password;

/** What the fields hold. */
export interface PasswordValues {
  readonly current: string;
  readonly next: string;
  readonly again: string;
}

/** The present password, and the new one twice. */
export function PasswordFields(): ReactElement {
  return (
    <>
      <Form.Item name="current" label={words.current} rules={given(words.missing)}>
        <Input.Password autoComplete="current-password" maxLength={200} />
      </Form.Item>
      <Form.Item name="next" label={words.next} extra={words.rule} rules={given(words.missing)}>
        <Input.Password autoComplete="new-password" maxLength={200} />
      </Form.Item>
      <Form.Item
        name="again"
        label={words.again}
        dependencies={['next']}
        rules={[
          ...given(words.missing),
          ({ getFieldValue }) => ({
            validator: (_rule, typed: unknown) =>
              !typed || typed === getFieldValue('next')
                ? Promise.resolve()
                : Promise.reject(new Error(words.different)),
          }),
        ]}
      >
        <Input.Password autoComplete="new-password" maxLength={200} />
      </Form.Item>
    </>
  );
}
