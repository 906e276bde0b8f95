import { Form, Input, Select } from 'antd';
import type { ReactElement } from 'react';
import { given, written } from '../../format/field-rules.js';
import { messages } from '../../messages/messages.js';
import { pageWords } from '../../messages/page-words.js';

const words = pageWords.tokens;
const terms = [30, 90, 180, 365];

/** What a token is for, what it may do, and for how long. */
export function TokenFields({ permissions }: { permissions: readonly string[] }): ReactElement {
  return (
    <>
      <Form.Item name="name" label={words.name} extra={words.nameHint} rules={written(messages.missing.any)}>
        <Input maxLength={60} autoComplete="off" />
      </Form.Item>
      <Form.Item name="scopes" label={words.scopes} rules={given(words.scopesMissing)}>
        <Select
          mode="multiple"
          showSearch={{ optionFilterProp: 'label' }}
          options={permissions.map((code) => ({ value: code, label: words.permission[code] ?? code }))}
        />
      </Form.Item>
      <Form.Item name="days" label={words.days}>
        <Select options={terms.map((days) => ({ value: days, label: words.daysChoice(days) }))} />
      </Form.Item>
    </>
  );
}
