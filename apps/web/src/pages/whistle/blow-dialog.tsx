import { DatePicker, Form, Input, Modal, Radio } from 'antd';
import type { Dayjs } from 'dayjs';
import { useState, type ReactElement } from 'react';
import { useNavigate } from 'react-router';
import { useBlowWhistle, useWhistleKinds } from '../../api/whistles.js';
import { refusedField } from '../../components/refused-field.js';
import { UnitSelect } from '../../components/unit-select.js';
import { problemText } from '../../format/problem-text.js';
import { districtInstant } from '../../format/time.js';
import { messages } from '../../messages/messages.js';

const words = messages.whistle;

interface Answers {
  readonly case: string;
  readonly kind: string;
  readonly text: string;
  readonly place: string;
  readonly at: Dayjs;
  readonly units: string[];
}

/** Blows a whistle: on which case, what for, where and when, and who must come. */
export function BlowDialog({ onClose }: { onClose: () => void }): ReactElement {
  const [form] = Form.useForm<Answers>();
  const [refusal, setRefusal] = useState<string>();
  const kinds = useWhistleKinds().data ?? [];
  const blow = useBlowWhistle();
  const navigate = useNavigate();
  const required = (label: string) => [{ required: true, message: words.required(label) }];
  const submit = ({ at, ...said }: Answers) => {
    if (blow.isPending) return;
    blow.mutate(
      { ...said, at: districtInstant(at) },
      {
        onSuccess: ({ id }) => void navigate(`/whistles/${id}`),
        onError: (error) => setRefusal(problemText(error)),
      },
    );
  };
  return (
    <Modal
      open
      title={words.blow}
      okText={messages.act.submit}
      cancelText={messages.act.cancel}
      confirmLoading={blow.isPending}
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
        <Form.Item name="case" label={words.case} rules={required(words.case)}>
          <Input maxLength={64} />
        </Form.Item>
        <Form.Item name="kind" label={words.kind} rules={required(words.kind)}>
          <Radio.Group options={kinds.map(({ code, name }) => ({ value: code, label: name }))} />
        </Form.Item>
        <Form.Item name="at" label={words.at} rules={required(words.at)}>
          <DatePicker showTime={{ format: 'HH:mm', minuteStep: 5 }} format="YYYY-MM-DD HH:mm" />
        </Form.Item>
        <Form.Item name="place" label={words.place} rules={required(words.place)}>
          <Input maxLength={100} />
        </Form.Item>
        <Form.Item name="units" label={words.units} rules={required(words.units)}>
          <UnitSelect kinds={['department']} mode="multiple" />
        </Form.Item>
        <Form.Item
          name="text"
          label={words.text}
          rules={[{ required: true, whitespace: true, message: words.required(words.text) }]}
          {...(refusal && refusedField(refusal))}
        >
          <Input.TextArea rows={3} maxLength={2000} />
        </Form.Item>
      </Form>
    </Modal>
  );
}
