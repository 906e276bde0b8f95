import type { UseMutationResult } from '@tanstack/react-query';
import { Alert, Form, Input, Modal, type FormInstance } from 'antd';
import { useState, type ReactElement, type ReactNode } from 'react';
import { showFieldProblems } from '../../format/field-problems.js';
import { problemText } from '../../format/problem-text.js';
import { messages } from '../../messages/messages.js';

const words = messages.supervision;

interface Props<Values extends object, Act> {
  readonly title: string;
  readonly submit?: string;
  readonly initial?: Partial<Values>;
  readonly act: UseMutationResult<unknown, Error, Act>;
  readonly toAct: (values: Values) => Act;
  readonly onClose: () => void;
  readonly children: ReactNode;
}

/** Asks for what an act on a bulletin or a talk needs, and shows why it was refused. */
export function OutcomeDialog<Values extends object, Act>(props: Props<Values, Act>): ReactElement {
  const [form] = Form.useForm<Values>();
  const [refusal, setRefusal] = useState<string>();
  const { act } = props;
  const submit = (values: Values) => {
    if (act.isPending) return;
    act.mutate(props.toAct(values), {
      onSuccess: props.onClose,
      onError: (error) => setRefusal(showFieldProblems(form as FormInstance, error) ? undefined : problemText(error)),
    });
  };
  return (
    <Modal
      open
      title={props.title}
      okText={props.submit ?? messages.act.submit}
      cancelText={messages.act.cancel}
      confirmLoading={act.isPending}
      onOk={() => form.submit()}
      onCancel={props.onClose}
      width={560}
    >
      <Form
        form={form}
        layout="vertical"
        requiredMark={false}
        onFinish={submit}
        {...(props.initial && { initialValues: props.initial })}
      >
        {props.children}
      </Form>
      {refusal !== undefined && <Alert type="error" showIcon role="alert" title={refusal} />}
    </Modal>
  );
}

interface Words {
  readonly opinion?: string;
}

/** Asks for a few words, which may be missing where no text is given for that. */
export function OpinionDialog<Act>(props: {
  title: string;
  label: string;
  missing?: string;
  act: UseMutationResult<unknown, Error, Act>;
  toAct: (opinion: string) => Act;
  onClose: () => void;
}): ReactElement {
  const { title, label, missing, act, toAct, onClose } = props;
  const rules = missing === undefined ? [] : [{ required: true, whitespace: true, message: missing }];
  return (
    <OutcomeDialog<Words, Act>
      title={title}
      act={act}
      toAct={({ opinion }) => toAct((opinion ?? '').trim())}
      onClose={onClose}
    >
      <Form.Item name="opinion" label={label} rules={rules}>
        <Input.TextArea rows={4} maxLength={4000} />
      </Form.Item>
    </OutcomeDialog>
  );
}

/** Asks what the unit says to it. */
export function AcknowledgeDialog<Act>(props: {
  about: string;
  act: UseMutationResult<unknown, Error, Act>;
  toAct: (opinion: string) => Act;
  onClose: () => void;
}): ReactElement {
  const { about, ...rest } = props;
  return <OpinionDialog<Act> title={words.acknowledgeOf(about)} label={words.acknowledgement} {...rest} />;
}
