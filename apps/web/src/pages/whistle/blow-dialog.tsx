import { Form, Input, Radio } from 'antd';
import type { Dayjs } from 'dayjs';
import type { ReactElement } from 'react';
import { useNavigate } from 'react-router';
import { useBlowWhistle, useWhistleKinds } from '../../api/whistles.js';
import { FormDialog } from '../../components/form-dialog.js';
import { InstantPicker } from '../../components/instant-picker.js';
import { UnitSelect } from '../../components/unit-select.js';
import { given, written } from '../../format/field-rules.js';
import { districtInstant } from '../../format/picked-time.js';
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
  const kinds = useWhistleKinds().data ?? [];
  const navigate = useNavigate();
  const required = (label: string) => given(messages.missing.fill(label));
  return (
    <FormDialog
      title={words.blow}
      act={useBlowWhistle()}
      toAct={({ at, ...said }: Answers) => ({ ...said, at: districtInstant(at) })}
      onDone={({ id }) => void navigate(`/whistles/${id}`)}
      onClose={onClose}
      width={600}
    >
      {(refused) => (
        <>
          <Form.Item name="case" label={words.case} rules={required(words.case)}>
            <Input maxLength={64} />
          </Form.Item>
          <Form.Item name="kind" label={words.kind} rules={required(words.kind)}>
            <Radio.Group options={kinds.map(({ code, name }) => ({ value: code, label: name }))} />
          </Form.Item>
          <Form.Item name="at" label={words.at} rules={required(words.at)}>
            <InstantPicker />
          </Form.Item>
          <Form.Item name="place" label={words.place} rules={required(words.place)}>
            <Input maxLength={100} />
          </Form.Item>
          <Form.Item name="units" label={words.units} rules={required(words.units)}>
            <UnitSelect kinds={['department']} mode="multiple" />
          </Form.Item>
          <Form.Item name="text" label={words.text} rules={written(messages.missing.fill(words.text))} {...refused}>
            <Input.TextArea rows={3} maxLength={2000} />
          </Form.Item>
        </>
      )}
    </FormDialog>
  );
}
