import { Form, Input, Modal, Radio } from 'antd';
import { useState, type ReactElement } from 'react';
import { useDecideTopic } from '../../api/joint-meetings.js';
import type { AgendaTopic, MeetingDecision } from '../../api/model.js';
import { UnitSelect } from '../../components/unit-select.js';
import { refusedField } from '../../components/refused-field.js';
import { problemText } from '../../format/problem-text.js';
import { messages } from '../../messages/messages.js';

const words = messages.meeting;
const outcomes = ['rule', 'resolved', 'submit', 'postpone'] as const;
const precedents = ['none', 'street', 'district'] as const;

interface Answers {
  readonly outcome: MeetingDecision['outcome'] | 'postpone';
  readonly lead?: string;
  readonly helpers?: string[];
  readonly precedent?: 'street' | 'district' | 'none';
  readonly opinion: string;
  readonly reply?: string;
}

/** Asks what the meeting decided on a topic, or why it put it off. */
export function DecisionDialog(props: { meeting: string; topic: AgendaTopic; onClose: () => void }): ReactElement {
  const [form] = Form.useForm<Answers>();
  const [refusal, setRefusal] = useState<string>();
  const decide = useDecideTopic();
  const chosen = Form.useWatch('outcome', form);
  const rules = chosen === 'rule';
  const submit = ({ outcome, lead, helpers = [], precedent = 'none', opinion, reply }: Answers) => {
    if (decide.isPending) return;
    const ruling =
      outcome === 'rule' && lead !== undefined
        ? { lead, helpers, ...(precedent !== 'none' && { precedent }) }
        : { helpers: [], ...(outcome === 'resolved' && reply && { reply }) };
    const at = { meeting: props.meeting, topic: props.topic.id };
    const said = opinion.trim();
    decide.mutate(
      outcome === 'postpone' ? { ...at, postponed: said } : { ...at, decision: { outcome, opinion: said, ...ruling } },
      { onSuccess: props.onClose, onError: (error) => setRefusal(problemText(error)) },
    );
  };
  return (
    <Modal
      open
      title={words.decideOn(props.topic.title)}
      okText={messages.act.submit}
      cancelText={messages.act.cancel}
      confirmLoading={decide.isPending}
      onOk={() => form.submit()}
      onCancel={props.onClose}
      width={600}
    >
      <Form
        form={form}
        layout="vertical"
        requiredMark={false}
        initialValues={{ outcome: 'rule', precedent: 'none' }}
        onFinish={submit}
        onValuesChange={() => setRefusal(undefined)}
      >
        <Form.Item name="outcome" label={words.outcome} {...(chosen === 'postpone' && { extra: words.postponeHint })}>
          <Radio.Group options={outcomes.map((value) => ({ value, label: words.outcomes[value] }))} />
        </Form.Item>
        {rules && (
          <>
            <Form.Item name="lead" label={words.lead} rules={[{ required: true, message: words.required(words.lead) }]}>
              <UnitSelect kinds={['department']} />
            </Form.Item>
            <Form.Item name="precedent" label={words.precedent}>
              <Radio.Group options={precedents.map((value) => ({ value, label: words.precedents[value] }))} />
            </Form.Item>
            <Form.Item name="helpers" label={words.helpers}>
              <UnitSelect kinds={['department']} mode="multiple" />
            </Form.Item>
          </>
        )}
        <Form.Item
          name="opinion"
          label={words.opinion}
          rules={[{ required: true, whitespace: true, message: words.required(words.opinion) }]}
          {...(refusal && refusedField(refusal))}
        >
          <Input.TextArea rows={4} maxLength={4000} />
        </Form.Item>
        {chosen === 'resolved' && (
          <Form.Item name="reply" label={messages.answer.reply} extra={messages.answer.replyHint}>
            <Input.TextArea rows={3} maxLength={4000} placeholder={messages.answer.replyExample} />
          </Form.Item>
        )}
      </Form>
    </Modal>
  );
}
