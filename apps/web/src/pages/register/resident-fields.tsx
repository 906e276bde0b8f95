import { Checkbox, Form, Input } from 'antd';
import type { ReactElement } from 'react';
import { useSmsToResidents } from '../../api/notices.js';
import { written } from '../../format/field-rules.js';
import { messages } from '../../messages/messages.js';
import styles from './register-form.module.css';

const words = messages.register;

/** Who asks; nothing is asked of somebody who wants to stay unknown. */
export function ResidentFields(): ReactElement {
  const anonymous = Form.useWatch<boolean | undefined>('anonymous') ?? false;
  const sms = useSmsToResidents();
  return (
    <fieldset className={styles['part']}>
      <legend>{words.who}</legend>
      <Form.Item name="anonymous" valuePropName="checked" noStyle>
        <Checkbox className={styles['anonymous'] ?? ''}>{words.anonymous}</Checkbox>
      </Form.Item>
      {!anonymous && (
        <div className={styles['pair']}>
          <Form.Item name={['resident', 'name']} label={words.name} rules={written(messages.missing.fill(words.name))}>
            <Input autoComplete="off" />
          </Form.Item>
          <Form.Item name={['resident', 'phone']} label={words.phone}>
            <Input autoComplete="off" inputMode="tel" />
          </Form.Item>
        </div>
      )}
      {!anonymous && sms && (
        <Form.Item name={['resident', 'smsConsent']} valuePropName="checked" noStyle>
          <Checkbox>{words.sms}</Checkbox>
        </Form.Item>
      )}
    </fieldset>
  );
}
