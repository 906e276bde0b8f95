import { App, Form, Input, Modal } from 'antd';
import { useState, type ReactElement } from 'react';
import { useNavigate } from 'react-router';
import { useCaseAct, type CaseActAnswers, type CaseActKind } from '../../api/case-acts.js';
import { refusedField } from '../../components/refused-field.js';
import { problemText } from '../../format/problem-text.js';
import { messages } from '../../messages/messages.js';
import { CaseActFields } from './case-act-fields.js';
import styles from './case-act-dialog.module.css';

const words = messages.caseAct;

interface Props {
  readonly caseId: string;
  readonly taskId: string;
  readonly kind: CaseActKind;
  readonly onClose: () => void;
}

/** Working days that the dialog proposes; a helper gets what the lead can spare. */
const proposedDays: Partial<Record<CaseActKind, number>> = { extend: 5, supervise: 5 };

/** Asks why, and for what the act needs beside that. */
export function CaseActDialog({ caseId, taskId, kind, onClose }: Props): ReactElement {
  const { message } = App.useApp();
  const [form] = Form.useForm<CaseActAnswers>();
  const [refusal, setRefusal] = useState<string>();
  const act = useCaseAct();
  const navigate = useNavigate();
  const name = words.name[kind];

  const submit = (answers: CaseActAnswers) => {
    if (act.isPending) return;
    act.mutate(
      { caseId, kind, task: taskId, answers: { ...answers, opinion: (answers.opinion ?? '').trim() } },
      {
        onSuccess: () => {
          void message.success(words.done(name));
          onClose();
          if (kind === 'recuse') void navigate('/inbox/todo'); // the case is unknown to them now
        },
        onError: (error) => setRefusal(problemText(error)),
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
      <Form
        form={form}
        layout="vertical"
        initialValues={{ days: proposedDays[kind] }}
        onFinish={submit}
        requiredMark={false}
      >
        <CaseActFields kind={kind} caseId={caseId} taskId={taskId} />
        <Form.Item
          name="opinion"
          label={words.opinion[kind]}
          rules={kind === 'rate' ? [] : [{ required: true, whitespace: true, message: words.opinionMissing }]}
          {...(refusal && refusedField(refusal))}
        >
          <Input.TextArea rows={4} maxLength={4000} onChange={() => setRefusal(undefined)} />
        </Form.Item>
      </Form>
    </Modal>
  );
}
