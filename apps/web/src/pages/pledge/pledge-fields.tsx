import { DatePicker, Form, Input, Select, type FormItemProps } from 'antd';
import dayjs, { type Dayjs } from 'dayjs';
import type { ReactElement } from 'react';
import type { NewPledge } from '../../api/model.js';
import { useCategories } from '../../api/reference.js';
import { clearable } from '../../components/clearable.js';
import { given, written } from '../../format/field-rules.js';
import { districtToday } from '../../format/time.js';
import { messages } from '../../messages/messages.js';
import styles from './pledge.module.css';

const words = messages.pledge;

/** What is said of a pledge in a form. */
export interface PledgeValues {
  readonly pledger?: string;
  readonly title: string;
  readonly category?: string;
  readonly text: string;
  readonly measure: string;
  readonly dueOn: Dayjs;
}

/** The same as it is sent. */
export function contentFrom(values: PledgeValues): Omit<NewPledge, 'unit'> {
  const { pledger = '', title, category, text, measure, dueOn } = values;
  return {
    pledger: pledger.trim(),
    title: title.trim(),
    category: category ?? null,
    text: text.trim(),
    measure: measure.trim(),
    dueOn: dueOn.format('YYYY-MM-DD'),
  };
}

/** Who pledges what, by which measure and until when. */
export function PledgeFields({ refused }: { refused: Partial<FormItemProps> }): ReactElement {
  const categories = useCategories();
  return (
    <>
      <Form.Item name="title" label={words.subject} rules={written(messages.missing.fill(words.subject))}>
        <Input maxLength={100} />
      </Form.Item>
      <Form.Item name="pledger" label={words.pledger} extra={words.pledgerHint}>
        <Input maxLength={50} />
      </Form.Item>
      <Form.Item name="category" label={words.category}>
        <Select
          allowClear={clearable}
          showSearch={{ optionFilterProp: 'label' }}
          loading={categories.isPending}
          options={(categories.data ?? []).map(({ code, path }) => ({ value: code, label: path }))}
        />
      </Form.Item>
      <Form.Item name="text" label={words.text} rules={written(messages.missing.fill(words.text))}>
        <Input.TextArea rows={3} maxLength={2000} />
      </Form.Item>
      <Form.Item
        name="measure"
        label={words.measure}
        extra={words.measureHint}
        rules={written(messages.missing.fill(words.measure))}
      >
        <Input.TextArea rows={2} maxLength={500} />
      </Form.Item>
      <Form.Item
        name="dueOn"
        label={words.dueOn}
        extra={words.dueHint}
        rules={given(messages.missing.fill(words.dueOn))}
        {...refused}
      >
        <DatePicker className={styles['wide'] ?? ''} minDate={dayjs(districtToday())} />
      </Form.Item>
    </>
  );
}
