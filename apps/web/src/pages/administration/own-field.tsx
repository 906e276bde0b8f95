import { Checkbox, DatePicker, Form, Input, InputNumber, Select, type SelectProps } from 'antd';
import dayjs from 'dayjs';
import type { ReactElement } from 'react';
import type { ReferenceEntry, ReferenceField } from '../../api/model.js';
import { useReferenceLists } from '../../api/reference-lists.js';
import { UnitSelect } from '../../components/unit-select.js';
import { given } from '../../format/field-rules.js';
import { messages } from '../../messages/messages.js';

const words = messages.lists;

/** What a list asks for of each entry beside its name. */
export function OwnField({ field }: { field: ReferenceField }): ReactElement {
  const label = words.fields[field.key] ?? field.key;
  const name = ['values', field.key];
  const required = given(messages.missing.fill(label));
  switch (field.kind) {
    case 'text':
      return (
        <Form.Item name={name} label={label} rules={required}>
          <Input.TextArea autoSize={{ minRows: 3, maxRows: 10 }} maxLength={field.longest ?? 500} />
        </Form.Item>
      );
    case 'number':
      return (
        <Form.Item name={name} label={label} rules={required}>
          <InputNumber min={field.least ?? 0} max={field.most ?? 9_999} precision={0} />
        </Form.Item>
      );
    case 'flag':
      return (
        <Form.Item name={name} valuePropName="checked">
          <Checkbox>{label}</Checkbox>
        </Form.Item>
      );
    case 'choice':
      return (
        <Form.Item name={name} label={label}>
          <Select options={choicesOf(field)} />
        </Form.Item>
      );
    case 'note':
      return (
        <Form.Item name={name} label={label}>
          <Input.TextArea autoSize={{ minRows: 2, maxRows: 6 }} maxLength={field.longest ?? 500} />
        </Form.Item>
      );
    case 'day':
      return (
        <Form.Item name={name} label={label} rules={required} getValueProps={shownDay} normalize={keptDay}>
          <DatePicker />
        </Form.Item>
      );
    case 'entry':
      return (
        <Form.Item name={name} label={label} rules={required}>
          <EntrySelect of={field.of ?? ''} />
        </Form.Item>
      );
    case 'units':
      return (
        <Form.Item name={name} label={label}>
          <UnitSelect kinds={['department', 'street', 'station', 'office']} mode="multiple" maxCount={200} />
        </Form.Item>
      );
    case 'process':
      return (
        <Form.Item name={name} label={label} rules={required}>
          <Input autoComplete="off" maxLength={200} />
        </Form.Item>
      );
  }
}

function choicesOf({ choices = [] }: ReferenceField) {
  return [
    { value: null, label: words.noChoice },
    ...choices.map((value) => ({ value, label: words.choices[value] ?? value })),
  ];
}

/** What a field of a new entry holds. */
export function emptyValue(kind: ReferenceField['kind']): ReferenceEntry['values'][string] {
  if (kind === 'flag') return false;
  return kind === 'units' ? [] : null;
}

/** Chooses among the entries of another list that are in use; in a form item it takes value and change from there. */
function EntrySelect({ of, ...rest }: SelectProps<string> & { readonly of: string }): ReactElement {
  const lists = useReferenceLists();
  const entries = lists.data?.find(({ key }) => key === of)?.entries ?? [];
  return (
    <Select<string>
      loading={lists.isPending}
      options={entries
        .filter(({ active, code }) => active || code === rest.value)
        .map(({ code, name }) => ({ value: code, label: name }))}
      {...rest}
    />
  );
}

/** The form keeps days as the server has them. */
function shownDay(day: unknown) {
  return { value: typeof day === 'string' ? dayjs(day) : null };
}

function keptDay(day: dayjs.Dayjs | null): string | null {
  return day?.format('YYYY-MM-DD') ?? null;
}
