import { Alert, Button, Form, Input } from 'antd';
import { useState, type ReactElement } from 'react';
import { useAddPasskey } from '../../api/passkeys.js';
import { ApiProblem } from '../../api/problem.js';
import type { Confirmation } from '../../api/model.js';
import { written } from '../../format/field-rules.js';
import { problemText } from '../../format/problem-text.js';
import { pageWords } from '../../messages/page-words.js';
import styles from './account.module.css';
import { ConfirmationFields } from './confirmation-fields.js';
import { RecoveryCodes } from './recovery-codes.js';

const words = pageWords.account;

interface Props {
  /** Whether an app gives codes that one is asked for. */
  readonly hasApp: boolean;
  readonly onDone: () => void;
}

/** Adds a passkey or security key; the browser asks for the finger, the face or the key itself. */
export function AddPasskey({ hasApp, onDone }: Props): ReactElement {
  const add = useAddPasskey();
  const [codes, setCodes] = useState<readonly string[]>();
  if (codes) return <RecoveryCodes codes={codes} onKept={onDone} />;
  const submit = (values: Confirmation & { name: string }) =>
    add.mutate(values, { onSuccess: (given) => (given.codes.length > 0 ? setCodes(given.codes) : onDone()) });
  return (
    <Form<Confirmation & { name: string }> layout="vertical" requiredMark={false} onFinish={submit}>
      <p>{words.factor.confirm}</p>
      <Form.Item
        name="name"
        label={words.keys.name}
        extra={words.keys.nameHint}
        rules={written(words.keys.nameMissing)}
      >
        <Input maxLength={50} autoComplete="off" />
      </Form.Item>
      <ConfirmationFields hasFactor={hasApp} />
      {add.error && (
        <Alert type="error" showIcon role="alert" title={failureOf(add.error)} className={styles['alert'] ?? ''} />
      )}
      <Button type="primary" htmlType="submit" loading={add.isPending}>
        {words.keys.add}
      </Button>
    </Form>
  );
}

/** What the browser says of a key is in its own language and for developers. */
function failureOf(error: Error): string {
  return error instanceof ApiProblem ? problemText(error) : words.keys.failed;
}
