import { App, Form, Modal } from 'antd';
import { useState, type ReactElement } from 'react';
import { useAddService, type ServiceEntry } from '../../../api/service-record.js';
import { problemText } from '../../../format/problem-text.js';
import { messages } from '../../../messages/messages.js';
import { ServiceFields, type ServiceForm } from './service-fields.js';
import styles from './service-section.module.css';

const words = messages.service;

/** What a dialog adds. */
export type AddedKind = keyof typeof words.add;

interface Props {
  readonly caseId: string;
  readonly kind: AddedKind;
  readonly onClose: () => void;
}

/** Asks for what is added to the service record. */
export function ServiceDialog({ caseId, kind, onClose }: Props): ReactElement {
  const { message } = App.useApp();
  const [form] = Form.useForm<ServiceForm>();
  const [refusal, setRefusal] = useState<string>();
  const add = useAddService(caseId);

  const submit = (values: ServiceForm) => {
    if (add.isPending) return;
    add.mutate(entryOf(kind, values), {
      onSuccess: () => {
        void message.success(words.done(words.add[kind]));
        onClose();
      },
      onError: (error) => setRefusal(problemText(error)),
    });
  };

  return (
    <Modal
      open
      title={words.add[kind]}
      okText={messages.act.submit}
      cancelText={messages.act.cancel}
      confirmLoading={add.isPending}
      onOk={() => form.submit()}
      onCancel={onClose}
      width={520}
    >
      <p className={styles['hint']}>{words.hint[kind]}</p>
      <Form
        form={form}
        layout="vertical"
        initialValues={{ reached: true, trip: false, original: true }}
        onFinish={submit}
        onValuesChange={() => setRefusal(undefined)}
        requiredMark={false}
      >
        <ServiceFields kind={kind} />
        {refusal && <p role="alert">{refusal}</p>}
      </Form>
    </Modal>
  );
}

function entryOf(kind: AddedKind, values: ServiceForm): ServiceEntry {
  const { way = '', reached = true, trip = false, text = '', items = '', name = '', original = true } = values;
  switch (kind) {
    case 'contact':
      return { kind, way, reached, trip, text };
    case 'tell':
      return {
        kind,
        items: items
          .split('\n')
          .map((item) => item.trim())
          .filter(Boolean),
        text: text.trim(),
      };
    case 'paper':
      return { kind, name, original };
    case 'proxy':
      return { kind, mandate: text };
    case 'end':
      return { kind, result: text };
  }
}
