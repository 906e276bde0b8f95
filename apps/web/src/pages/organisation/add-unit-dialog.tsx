import { Alert, App, Form, Input, Modal, Select } from 'antd';
import { useState, type ReactElement } from 'react';
import { useAddUnit } from '../../api/organisation.js';
import type { NewUnit } from '../../api/model.js';
import { AnyUnitSelect } from '../../components/any-unit-select.js';
import { showFieldProblems } from '../../format/field-problems.js';
import { problemText } from '../../format/problem-text.js';
import { messages } from '../../messages/messages.js';
import styles from './organisation-page.module.css';

const words = messages.organisation;
const required = { required: true, whitespace: true, message: words.required };
const kinds = ['street', 'station', 'department', 'office'] as const;

/** Puts a unit into the tree. */
export function AddUnitDialog({ onClose }: { onClose: () => void }): ReactElement {
  const { message } = App.useApp();
  const [form] = Form.useForm<NewUnit>();
  const [refusal, setRefusal] = useState<string>();
  const add = useAddUnit();
  const submit = (unit: NewUnit) => {
    if (add.isPending) return;
    setRefusal(undefined);
    add.mutate(unit, {
      onSuccess: () => {
        void message.success(words.done(words.add));
        onClose();
      },
      onError: (error) => setRefusal(showFieldProblems(form, error) ? undefined : problemText(error)),
    });
  };
  return (
    <Modal
      open
      title={words.add}
      okText={messages.act.submit}
      cancelText={messages.act.cancel}
      confirmLoading={add.isPending}
      onOk={() => form.submit()}
      onCancel={onClose}
    >
      {refusal && <Alert type="error" showIcon role="alert" title={refusal} className={styles['note'] ?? ''} />}
      <Form form={form} layout="vertical" requiredMark={false} onFinish={submit}>
        <Form.Item name="name" label={words.name} rules={[required]}>
          <Input maxLength={100} />
        </Form.Item>
        <Form.Item
          name="id"
          label={words.code}
          extra={words.codeHint}
          rules={[required, { pattern: /^[a-z0-9]+(?:-[a-z0-9]+)*$/u, message: words.codeWrong }]}
        >
          <Input maxLength={64} autoComplete="off" />
        </Form.Item>
        <Form.Item name="kind" label={words.kind} rules={[required]}>
          <Select options={kinds.map((value) => ({ value, label: words.kinds[value] }))} />
        </Form.Item>
        <Form.Item name="parent" label={words.parent} rules={[required]}>
          <AnyUnitSelect />
        </Form.Item>
      </Form>
    </Modal>
  );
}
