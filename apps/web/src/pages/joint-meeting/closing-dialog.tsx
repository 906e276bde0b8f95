import { Form, Input, Modal } from 'antd';
import { useState, type ReactElement } from 'react';
import { useFollowUpAct } from '../../api/follow-up.js';
import type { FollowUpItem } from '../../api/model.js';
import { refusedField } from '../../components/refused-field.js';
import { problemText } from '../../format/problem-text.js';
import { messages } from '../../messages/messages.js';

const words = messages.followUp;

/** Asks on what ground a decision is closed. */
export function ClosingDialog(props: { meeting: string; item: FollowUpItem; onClose: () => void }): ReactElement {
  const [form] = Form.useForm<{ opinion: string }>();
  const [refusal, setRefusal] = useState<string>();
  const act = useFollowUpAct(props.meeting);
  const submit = ({ opinion }: { opinion: string }) =>
    act.mutate(
      { kind: 'close', topic: props.item.topicId, opinion: opinion.trim() },
      { onSuccess: props.onClose, onError: (error) => setRefusal(problemText(error)) },
    );
  return (
    <Modal
      open
      title={words.closeOf(props.item.title)}
      okText={messages.act.submit}
      cancelText={messages.act.cancel}
      confirmLoading={act.isPending}
      onOk={() => form.submit()}
      onCancel={props.onClose}
    >
      <Form
        form={form}
        layout="vertical"
        requiredMark={false}
        initialValues={{ opinion: words.closingText }}
        onFinish={submit}
        onValuesChange={() => setRefusal(undefined)}
      >
        <Form.Item
          name="opinion"
          label={words.closingLabel}
          rules={[{ required: true, whitespace: true, message: words.closingMissing }]}
          {...(refusal && refusedField(refusal))}
        >
          <Input.TextArea rows={3} maxLength={2000} />
        </Form.Item>
      </Form>
    </Modal>
  );
}
