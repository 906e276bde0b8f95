import { Form, Input, Modal, Radio } from 'antd';
import { useState, type ReactElement, type ReactNode } from 'react';
import { useSessionAct, type SessionAct } from '../../api/joint-meetings.js';
import type { MeetingParticipant } from '../../api/model.js';
import { useMe } from '../../api/session.js';
import { problemText } from '../../format/problem-text.js';
import { messages } from '../../messages/messages.js';

const words = messages.session;

interface Props {
  readonly meeting: string;
  readonly participant: MeetingParticipant;
  readonly onClose: () => void;
}

/** Asks who comes for the unit. */
export function ConfirmDialog({ meeting, participant, onClose }: Props): ReactElement {
  const me = useMe();
  return (
    <SessionDialog<{ delegate: string }>
      meeting={meeting}
      title={words.confirmFor(participant.unit)}
      initial={{ delegate: participant.delegate ?? me.name }}
      toAct={({ delegate }) => ({ kind: 'confirm', unit: participant.unitId, delegate: delegate.trim() })}
      onClose={onClose}
    >
      <Form.Item
        name="delegate"
        label={words.delegateLabel}
        rules={[{ required: true, whitespace: true, message: words.delegateMissing }]}
      >
        <Input maxLength={50} />
      </Form.Item>
    </SessionDialog>
  );
}

interface Signing {
  readonly stance: 'agreed' | 'dissent';
  readonly opinion?: string;
}

/** Asks what the unit says of the minutes. */
export function SignDialog({ meeting, participant, onClose }: Props): ReactElement {
  const { unitId, unit, stance, opinion } = participant;
  return (
    <SessionDialog<Signing>
      meeting={meeting}
      title={words.signFor(unit)}
      initial={{ stance: stance === 'dissent' ? 'dissent' : 'agreed', opinion: opinion ?? '' }}
      toAct={(said) => ({ kind: 'sign', unit: unitId, stance: said.stance, opinion: (said.opinion ?? '').trim() })}
      onClose={onClose}
    >
      <Form.Item name="stance" label={words.stance}>
        <Radio.Group
          options={(['agreed', 'dissent'] as const).map((value) => ({ value, label: words.stances[value] }))}
        />
      </Form.Item>
      <Form.Item
        name="opinion"
        label={words.opinion}
        dependencies={['stance']}
        rules={[
          ({ getFieldValue }) => ({
            required: getFieldValue('stance') === 'dissent',
            whitespace: getFieldValue('stance') === 'dissent',
            message: words.opinionMissing,
          }),
        ]}
      >
        <Input.TextArea rows={4} maxLength={2000} />
      </Form.Item>
    </SessionDialog>
  );
}

function SessionDialog<Values extends object>(props: {
  meeting: string;
  title: string;
  initial: Values;
  toAct: (values: Values) => SessionAct;
  onClose: () => void;
  children: ReactNode;
}): ReactElement {
  const [form] = Form.useForm<Values>();
  const [refusal, setRefusal] = useState<string>();
  const act = useSessionAct(props.meeting);
  const submit = (values: Values) =>
    act.mutate(props.toAct(values), {
      onSuccess: props.onClose,
      onError: (error) => setRefusal(problemText(error)),
    });
  return (
    <Modal
      open
      title={props.title}
      okText={messages.act.submit}
      cancelText={messages.act.cancel}
      confirmLoading={act.isPending}
      onOk={() => form.submit()}
      onCancel={props.onClose}
    >
      <Form form={form} layout="vertical" requiredMark={false} initialValues={props.initial} onFinish={submit}>
        {props.children}
        {refusal !== undefined && <p role="alert">{refusal}</p>}
      </Form>
    </Modal>
  );
}
