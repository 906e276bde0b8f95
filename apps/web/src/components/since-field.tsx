import { Form, Input } from 'antd';
import type { ReactElement } from 'react';
import { messages } from '../messages/messages.js';

const words = messages.historic;

interface Props {
  readonly name: string | string[];
  /** What was said before. */
  readonly initial?: string | undefined;
}

/** Asks since when a matter stands: a year or a day. */
export function SinceField({ name, initial }: Props): ReactElement {
  return (
    <Form.Item
      name={name}
      initialValue={initial}
      label={words.since}
      extra={words.sinceHint}
      rules={[{ required: true, pattern: /^\s*\d{4}(-\d{2}-\d{2})?\s*$/u, message: words.sinceWrong }]}
    >
      <Input autoComplete="off" inputMode="numeric" maxLength={10} />
    </Form.Item>
  );
}
