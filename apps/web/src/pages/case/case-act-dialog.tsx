import { App, Form, Input, InputNumber, Modal, Select } from 'antd';
import { useState, type ReactElement } from 'react';
import { useCaseAct, usePauseReasons, type CaseActKind } from '../../api/case-acts.js';
import { newIdempotencyKey } from '../../api/client.js';
import { problemText } from '../../format/problem-text.js';
import { messages } from '../../messages/messages.js';
import styles from './case-act-dialog.module.css';

const words = messages.caseAct;

interface Props {
  readonly caseId: string;
  readonly taskId: string;
  readonly kind: CaseActKind;
  readonly onClose: () => void;
}

interface Answers {
  readonly reason?: string;
  readonly days?: number;
  readonly opinion: string;
}

/** Asks why, and for what the act needs beside that. */
export function CaseActDialog({ caseId, taskId, kind, onClose }: Props): ReactElement {
  const { message } = App.useApp();
  const [form] = Form.useForm<Answers>();
  const [refusal, setRefusal] = useState<string>();
  const [key, setKey] = useState(newIdempotencyKey);
  const act = useCaseAct();
  const reasons = usePauseReasons(kind === 'suspend');
  const name = words.name[kind];

  const submit = ({ reason = '', days = 0, opinion }: Answers) => {
    if (act.isPending) return;
    act.mutate(
      { caseId, kind, task: taskId, reason, days, opinion: opinion.trim(), key },
      {
        onSuccess: () => {
          void message.success(words.done(name));
          onClose();
        },
        onError: (error) => {
          setKey(newIdempotencyKey()); // a corrected request is another one
          setRefusal(problemText(error));
        },
      },
    );
  };

  return (
    <Modal
      open
      title={name}
      okText={messages.act.submit}
      cancelText={messages.act.cancel}
      confirmLoading={act.isPending}
      onOk={() => form.submit()}
      onCancel={onClose}
      width={520}
    >
      <p className={styles['hint']}>{words.hint[kind]}</p>
      <Form form={form} layout="vertical" initialValues={{ days: 5 }} onFinish={submit} requiredMark={false}>
        {kind === 'suspend' && (
          <Form.Item name="reason" label={words.reason} rules={[{ required: true, message: words.reasonMissing }]}>
            <Select
              loading={reasons.isPending}
              options={(reasons.data ?? []).map(({ code, name: label, capDays }) => ({
                value: code,
                label: words.reasonOption(label, capDays),
              }))}
            />
          </Form.Item>
        )}
        {kind === 'extend' && (
          <Form.Item name="days" label={words.days} rules={[{ required: true, message: words.daysMissing }]}>
            <InputNumber className={styles['days'] ?? ''} min={1} max={10} precision={0} suffix={words.workingDays} />
          </Form.Item>
        )}
        <Form.Item
          name="opinion"
          label={words.opinion[kind]}
          rules={[{ required: true, whitespace: true, message: words.opinionMissing }]}
          {...(refusal && { validateStatus: 'error', help: <span role="alert">{refusal}</span> })}
        >
          <Input.TextArea rows={4} maxLength={4000} onChange={() => setRefusal(undefined)} />
        </Form.Item>
      </Form>
    </Modal>
  );
}
