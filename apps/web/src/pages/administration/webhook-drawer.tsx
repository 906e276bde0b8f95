import { Checkbox, Form, Input } from 'antd';
import type { ReactElement } from 'react';
import type { NewWebhook } from '../../api/model.js';
import { useAddWebhook } from '../../api/webhooks.js';
import { FormDrawer } from '../../components/form-drawer.js';
import { given } from '../../format/field-rules.js';
import { messages } from '../../messages/messages.js';

const words = messages.webhooks;
const events = ['case.registered', 'case.lapsed', 'case.closed', 'case.withdrawn'] as const;

/** Asks which system is told of what. */
export function WebhookDrawer({ onClose }: { onClose: () => void }): ReactElement {
  return (
    <FormDrawer
      title={words.add}
      width={480}
      act={useAddWebhook()}
      toAct={(hook: NewWebhook) => hook}
      done={words.added}
      onClose={onClose}
    >
      <Form.Item name="url" label={words.url} rules={[{ required: true, type: 'url', message: words.urlWrong }]}>
        <Input inputMode="url" autoComplete="off" maxLength={500} />
      </Form.Item>
      <Form.Item name="events" label={words.events} rules={given(words.eventsMissing)}>
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
    </FormDrawer>
  );
}
