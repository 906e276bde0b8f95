import { Alert, App, Button, Checkbox, Drawer, Form, Input } from 'antd';
import { useState, type ReactElement } from 'react';
import type { NewWebhook } from '../../api/model.js';
import { useAddWebhook } from '../../api/webhooks.js';
import { showFieldProblems } from '../../format/field-problems.js';
import { problemText } from '../../format/problem-text.js';
import { messages } from '../../messages/messages.js';

const words = messages.webhooks;
const { admin } = messages;
const events = ['case.registered', 'case.lapsed', 'case.closed', 'case.withdrawn'] as const;

/** Asks which system is told of what. */
export function WebhookDrawer({ onClose }: { onClose: () => void }): ReactElement {
  const { message } = App.useApp();
  const [form] = Form.useForm<NewWebhook>();
  const [refusal, setRefusal] = useState<string>();
  const add = useAddWebhook();
  const submit = (body: NewWebhook) =>
    add.mutate(body, {
      onSuccess: () => {
        void message.success(words.added);
        onClose();
      },
      onError: (error) => setRefusal(showFieldProblems(form, error) ? undefined : problemText(error)),
    });
  return (
    <Drawer
      open
      size="min(480px, 100vw)"
      title={words.add}
      onClose={onClose}
      closable={{ 'aria-label': admin.close }}
      extra={
        <Button type="primary" loading={add.isPending} onClick={() => form.submit()}>
          {admin.save}
        </Button>
      }
    >
      <Form form={form} layout="vertical" requiredMark={false} onFinish={submit}>
        {refusal && <Alert type="error" showIcon role="alert" title={refusal} />}
        <Form.Item name="url" label={words.url} rules={[{ required: true, type: 'url', message: words.urlWrong }]}>
          <Input inputMode="url" autoComplete="off" maxLength={500} />
        </Form.Item>
        <Form.Item name="events" label={words.events} rules={[{ required: true, message: words.eventsMissing }]}>
          <Checkbox.Group options={events.map((value) => ({ value, label: words.event[value] }))} />
        </Form.Item>
        <Form.Item
          name="secret"
          label={words.secret}
          extra={words.secretHint}
          rules={[{ required: true, min: 16, message: words.secretWrong }]}
        >
          <Input.Password autoComplete="new-password" maxLength={200} />
        </Form.Item>
      </Form>
    </Drawer>
  );
}
