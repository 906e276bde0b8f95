import { Alert, App, Form, Modal } from 'antd';
import { useState, type ReactElement, type ReactNode } from 'react';
import type { UseMutationResult } from '@tanstack/react-query';
import { showFieldProblems } from '../../format/field-problems.js';
import { problemText } from '../../format/problem-text.js';
import { messages } from '../../messages/messages.js';
import styles from './people-page.module.css';

interface Props<Values, Asked> {
  readonly title: string;
  readonly change: UseMutationResult<unknown, Error, Asked>;
  readonly ask: (values: Values) => Asked;
  readonly initial?: Partial<Values>;
  readonly head?: ReactNode;
  readonly onClose: () => void;
  readonly children: ReactNode;
}

/** A dialog with a form: asks, and says what was refused beside the field or above. */
export function PersonDialog<Values extends object, Asked>(props: Props<Values, Asked>): ReactElement {
  const { title, change, ask, initial, head, onClose, children } = props;
  const { message } = App.useApp();
  const [form] = Form.useForm<Values>();
  const [refusal, setRefusal] = useState<string>();
  const submit = (values: Values) => {
    if (change.isPending) return;
    setRefusal(undefined);
    change.mutate(ask(values), {
      onSuccess: () => {
        void message.success(messages.people.done);
        onClose();
      },
      onError: (error) => setRefusal(showFieldProblems(form, error) ? undefined : problemText(error)),
    });
  };
  return (
    <Modal
      open
      title={title}
      okText={messages.act.submit}
      cancelText={messages.act.cancel}
      confirmLoading={change.isPending}
      onOk={() => form.submit()}
      onCancel={onClose}
    >
      {head}
      {refusal && <Alert type="error" showIcon role="alert" title={refusal} className={styles['note'] ?? ''} />}
      <Form<Values>
        form={form}
        layout="vertical"
        requiredMark={false}
        onFinish={submit}
        {...(initial && { initialValues: initial })}
      >
        {children}
      </Form>
    </Modal>
  );
}
