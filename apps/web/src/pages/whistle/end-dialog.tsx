import { Button, Form, Input, Modal, Select } from 'antd';
import { useState, type ReactElement } from 'react';
import type { Whistle } from '../../api/model.js';
import { useWhistleAct } from '../../api/whistles.js';
import { refusedField } from '../../components/refused-field.js';
import { problemText } from '../../format/problem-text.js';
import { messages } from '../../messages/messages.js';
import styles from './whistle-page.module.css';

const words = messages.whistle;

interface Answers {
  readonly outcome: string;
  readonly tasks?: readonly { readonly unit: string; readonly opinion: string }[];
}

/** Asks what came of a whistle, and which tasks units take with them. */
export function EndDialog({ whistle, onClose }: { whistle: Whistle; onClose: () => void }): ReactElement {
  const [form] = Form.useForm<Answers>();
  const [refusal, setRefusal] = useState<string>();
  const act = useWhistleAct(whistle.id);
  const units = whistle.units.map(({ unitId, unit }) => ({ value: unitId, label: unit }));
  const submit = ({ outcome, tasks = [] }: Answers) =>
    act.mutate(
      { act: 'end', outcome: outcome.trim(), tasks: tasks.map((task) => ({ ...task })) },
      { onSuccess: onClose, onError: (error) => setRefusal(problemText(error)) },
    );
  return (
    <Modal
      open
      title={words.end}
      okText={messages.act.submit}
      cancelText={messages.act.cancel}
      confirmLoading={act.isPending}
      onOk={() => form.submit()}
      onCancel={onClose}
      width={600}
    >
      <Form
        form={form}
        layout="vertical"
        requiredMark={false}
        onFinish={submit}
        onValuesChange={() => setRefusal(undefined)}
      >
        <Form.Item
          name="outcome"
          label={words.outcome}
          rules={[{ required: true, whitespace: true, message: words.required(words.outcome) }]}
          {...(refusal && refusedField(refusal))}
        >
          <Input.TextArea rows={3} maxLength={4000} />
        </Form.Item>
        <Form.List name="tasks">
          {(fields, { add, remove }) => (
            <>
              {fields.map(({ key, name }) => (
                <div key={key} className={styles['assigned']}>
                  <Form.Item
                    name={[name, 'unit']}
                    label={words.taskUnit}
                    rules={[{ required: true, message: words.required(words.taskUnit) }]}
                  >
                    <Select options={units} />
                  </Form.Item>
                  <Form.Item
                    name={[name, 'opinion']}
                    label={words.taskText}
                    rules={[{ required: true, whitespace: true, message: words.required(words.taskText) }]}
                  >
                    <Input maxLength={4000} />
                  </Form.Item>
                  <Button type="text" onClick={() => remove(name)}>
                    {words.removeTask}
                  </Button>
                </div>
              ))}
              <Button onClick={() => add()}>{words.addTask}</Button>
              <p className={styles['facts']}>{words.taskHint}</p>
            </>
          )}
        </Form.List>
      </Form>
    </Modal>
  );
}
