import { Checkbox, DatePicker, Input, InputNumber, Radio, Select, TimePicker } from 'antd';
import dayjs from 'dayjs';
import type { ReactElement } from 'react';
import type { FormValues, InputField } from '@lianban/bpmn';
import { districtWritten, pickedTime } from '../../format/picked-time.js';
import { pageWords } from '../../messages/page-words.js';
import { InstantPicker } from '../instant-picker.js';
import { clearable } from '../clearable.js';
import styles from './form-fields.module.css';

type Value = FormValues[string];

interface Props {
  readonly field: InputField;
  readonly id: string;
  readonly value: Value;
  readonly locked: boolean;
  readonly refused: boolean;
  readonly onChange: (value: Value) => void;
}

/** The control of one field. */
export function FieldControl(props: Props): ReactElement {
  const { field, id, value, locked, refused, onChange } = props;
  const shared = { id, disabled: locked, 'aria-invalid': refused };
  const text = typeof value === 'string' ? value : undefined;
  switch (field.type) {
    case 'textfield':
      return (
        <Input
          {...shared}
          {...adorned(field)}
          value={text ?? ''}
          maxLength={field.validate?.maxLength ?? 1_000}
          onChange={(event) => onChange(event.target.value)}
        />
      );
    case 'textarea':
      return (
        <Input.TextArea
          {...shared}
          autoSize={{ minRows: 3, maxRows: 10 }}
          value={text ?? ''}
          maxLength={field.validate?.maxLength ?? 4_000}
          onChange={(event) => onChange(event.target.value)}
        />
      );
    case 'number':
      return <NumberControl {...props} />;
    case 'checkbox':
      return (
        <Checkbox {...shared} checked={value === true} onChange={(event) => onChange(event.target.checked)}>
          {field.label || field.key}
        </Checkbox>
      );
    case 'checklist':
    case 'radio':
    case 'select':
      return <ChoiceControl {...props} />;
    case 'datetime':
      return <TimeControl {...props} />;
  }
}

/** One or several of the options. */
function ChoiceControl({ field, id, value, locked, refused, onChange }: Props): ReactElement {
  const options = (field.values ?? []).map((option) => ({ ...option }));
  const chosen = typeof value === 'string' ? value : null;
  if (field.type === 'checklist')
    return (
      <div role="group" aria-labelledby={`${id}-label`}>
        <Checkbox.Group
          className={styles['choices'] ?? ''}
          disabled={locked}
          options={options}
          value={Array.isArray(value) ? (value as string[]) : []}
          onChange={(several) => onChange(several)}
        />
      </div>
    );
  if (field.type === 'radio')
    return (
      <Radio.Group
        className={styles['choices'] ?? ''}
        aria-labelledby={`${id}-label`}
        disabled={locked}
        options={options}
        value={chosen}
        onChange={(event) => onChange(event.target.value as Value)}
      />
    );
  return (
    <Select
      id={id}
      disabled={locked}
      aria-invalid={refused}
      allowClear={clearable}
      showSearch={{ optionFilterProp: 'label' }}
      placeholder={pageWords.forms.pick}
      options={options}
      value={chosen}
      onChange={(next: string | undefined) => onChange(next ?? null)}
    />
  );
}

function NumberControl({ field, id, value, locked, refused, onChange }: Props): ReactElement {
  const { decimalDigits, increment } = field;
  return (
    <InputNumber
      id={id}
      disabled={locked}
      aria-invalid={refused}
      className={styles['wide'] ?? ''}
      {...adorned(field)}
      {...(decimalDigits !== undefined && { precision: decimalDigits })}
      {...(increment !== undefined && { step: Number(increment) })}
      value={typeof value === 'number' ? value : null}
      onChange={(number) => onChange(number)}
    />
  );
}

function TimeControl({ field, id, value, locked, refused, onChange }: Props): ReactElement {
  const { subtype = 'date' } = field;
  const text = typeof value === 'string' ? value : undefined;
  const shared = { id, disabled: locked, 'aria-invalid': refused, className: styles['wide'] ?? '' };
  if (subtype === 'time')
    return (
      <TimePicker
        {...shared}
        format="HH:mm"
        needConfirm={false}
        value={text ? dayjs(`2000-01-01T${text}`) : null}
        onChange={(_, written) => onChange(writtenOf(written))}
      />
    );
  if (subtype === 'datetime')
    return (
      <InstantPicker
        {...shared}
        value={text ? pickedTime(text) : null}
        onChange={(time) => onChange(dayjs.isDayjs(time) ? districtWritten(time) : null)}
      />
    );
  return (
    <DatePicker
      {...shared}
      value={text ? dayjs(text) : null}
      format="YYYY-MM-DD"
      onChange={(_, written) => onChange(writtenOf(written))}
    />
  );
}

/** What a picker wrote; nothing where it was emptied. */
function writtenOf(text: string | readonly string[] | null): string | null {
  return typeof text === 'string' && text !== '' ? text : null;
}

function adorned({ appearance }: InputField): { readonly prefix?: string; readonly suffix?: string } {
  const { prefixAdorner: prefix, suffixAdorner: suffix } = appearance ?? {};
  return { ...(prefix !== undefined && { prefix }), ...(suffix !== undefined && { suffix }) };
}
