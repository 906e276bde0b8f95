import { Form, Input } from 'antd';
import type { Dayjs } from 'dayjs';
import type { ReactElement } from 'react';
import { useNavigate } from 'react-router';
import { useCallMeeting } from '../../api/joint-meetings.js';
import type { QueueItem } from '../../api/model.js';
import { FormDialog } from '../../components/form-dialog.js';
import { InstantPicker } from '../../components/instant-picker.js';
import { UnitSelect } from '../../components/unit-select.js';
import { given } from '../../format/field-rules.js';
import { districtInstant } from '../../format/picked-time.js';
import { messages } from '../../messages/messages.js';
import { AgendaField } from './agenda-field.js';
import type { AgendaLine } from './agenda-order.js';

const words = messages.meeting;

interface Answers {
  readonly title: string;
  readonly at: Dayjs;
  readonly place: string;
  readonly topics: readonly AgendaLine[];
  readonly units?: string[];
}

/** Calls a meeting on topics of the queue. */
export function CallMeetingDialog(props: { topics: readonly QueueItem[]; onClose: () => void }): ReactElement {
  const navigate = useNavigate();
  const required = (label: string) => given(messages.missing.fill(label));
  return (
    <FormDialog
      title={words.call}
      act={useCallMeeting()}
      toAct={({ title, at, place, topics, units = [] }: Answers) => ({
        title,
        place,
        at: districtInstant(at),
        units,
        topics: [...topics],
      })}
      onDone={({ id }) => void navigate(`/joint-meetings/${id}`)}
      onClose={props.onClose}
      width={720}
    >
      {(refused) => (
        <>
          <Form.Item name="title" label={words.title} rules={required(words.title)}>
            <Input maxLength={100} />
          </Form.Item>
          <Form.Item name="at" label={words.at} rules={required(words.at)}>
            <InstantPicker />
          </Form.Item>
          <Form.Item name="place" label={words.place} rules={required(words.place)}>
            <Input maxLength={100} />
          </Form.Item>
          <Form.Item name="units" label={words.units} extra={words.unitsHint}>
            <UnitSelect kinds={['department']} mode="multiple" />
          </Form.Item>
          <Form.Item noStyle dependencies={['at']}>
            {({ getFieldValue }) => {
              const at = getFieldValue('at') as Dayjs | undefined;
              return (
                <Form.Item
                  name="topics"
                  label={words.topics}
                  rules={[{ required: true, type: 'array', message: messages.missing.fill(words.topics) }]}
                  {...refused}
                >
                  <AgendaField choices={props.topics} at={at && districtInstant(at)} />
                </Form.Item>
              );
            }}
          </Form.Item>
        </>
      )}
    </FormDialog>
  );
}
