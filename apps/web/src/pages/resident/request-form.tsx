import { Alert, Button, Checkbox, Form, Input } from 'antd';
import { useState, type ReactElement } from 'react';
import type { PublicRequest } from '../../api/model.js';
import { useSmsToResidents } from '../../api/notices.js';
import { useFileRequest } from '../../api/residents.js';
import { showFieldProblems } from '../../format/field-problems.js';
import { written } from '../../format/field-rules.js';
import { problemText } from '../../format/problem-text.js';
import { messages } from '../../messages/messages.js';
import styles from './resident.module.css';

const words = messages.resident;
const required = (label: string) => written(messages.missing.fill(label));

interface Values {
  readonly title: string;
  readonly text: string;
  readonly address?: string;
  readonly anonymous?: boolean;
  readonly resident?: { readonly name?: string; readonly phone?: string; readonly smsConsent?: boolean };
}

/** As few questions as the station needs to start. */
export function RequestForm({
  onFiled,
}: {
  onFiled: (receipt: { code: string; queryCode: string }) => void;
}): ReactElement {
  const [form] = Form.useForm<Values>();
  const [refusal, setRefusal] = useState<string>();
  const anonymous = Form.useWatch('anonymous', form) ?? false;
  const sms = useSmsToResidents();
  const file = useFileRequest();
  const submit = (values: Values) => {
    setRefusal(undefined);
    file.mutate(requestFrom(values), {
      onSuccess: onFiled,
      onError: (error) => setRefusal(showFieldProblems(form, error) ? messages.register.refused : problemText(error)),
    });
  };
  return (
    <Form
      form={form}
      layout="vertical"
      size="large"
      requiredMark={false}
      onFinish={submit}
      scrollToFirstError={{ focus: true }}
    >
      {refusal && <Alert type="error" showIcon role="alert" title={refusal} className={styles['alert'] ?? ''} />}
      <Form.Item name="title" label={words.what} rules={required(messages.register.titleLabel)}>
        <Input autoComplete="off" />
      </Form.Item>
      <Form.Item name="text" label={words.detail} extra={words.detailHelp} rules={required(words.detail)}>
        <Input.TextArea autoSize={{ minRows: 4, maxRows: 12 }} />
      </Form.Item>
      <Form.Item name="address" label={words.where} extra={words.whereHelp}>
        <Input autoComplete="street-address" />
      </Form.Item>
      {!anonymous && (
        <>
          <Form.Item name={['resident', 'name']} label={words.name} rules={required(messages.register.name)}>
            <Input autoComplete="name" />
          </Form.Item>
          <Form.Item
            name={['resident', 'phone']}
            label={words.phone}
            extra={words.privacy}
            rules={required(messages.register.phone)}
          >
            <Input autoComplete="tel" inputMode="tel" />
          </Form.Item>
          {sms && (
            <Form.Item name={['resident', 'smsConsent']} valuePropName="checked">
              <Checkbox>{words.sms}</Checkbox>
            </Form.Item>
          )}
        </>
      )}
      <Form.Item name="anonymous" valuePropName="checked" extra={anonymous && words.anonymousHint}>
        <Checkbox>{words.anonymous}</Checkbox>
      </Form.Item>
      <Button type="primary" htmlType="submit" block loading={file.isPending}>
        {words.submit}
      </Button>
    </Form>
  );
}

function requestFrom(values: Values): PublicRequest {
  const address = values.address?.trim();
  const name = values.resident?.name?.trim() ?? '';
  const phone = values.resident?.phone?.replace(/[\s-]/g, '') ?? '';
  return {
    title: values.title.trim(),
    text: values.text.trim(),
    ...(address && { address }),
    ...(values.anonymous
      ? { anonymous: true }
      : { resident: { name, phone, ...(values.resident?.smsConsent && { smsConsent: true }) } }),
  };
}
