import { Checkbox, Form, Input } from 'antd';
import type { ReactElement } from 'react';
import { SinceField } from '../../components/since-field.js';
import { written } from '../../format/field-rules.js';
import { messages } from '../../messages/messages.js';
import styles from './register-form.module.css';

const words = messages.historic;

/** Whether the matter is a long-standing one, and then since when and why. */
export function HistoricFields(): ReactElement {
  const marked = Form.useWatch<boolean | undefined>(['historic', 'marked']) ?? false;
  return (
    <>
      <Form.Item name={['historic', 'marked']} valuePropName="checked" noStyle>
        <Checkbox className={styles['anonymous'] ?? ''}>{words.mark}</Checkbox>
      </Form.Item>
      {marked && (
        <div className={styles['pair']}>
          <SinceField name={['historic', 'since']} />
          <Form.Item
            name={['historic', 'reason']}
            label={words.reason}
            rules={written(messages.missing.fill(words.reason))}
          >
            <Input autoComplete="off" maxLength={1_000} />
          </Form.Item>
        </div>
      )}
    </>
  );
}
