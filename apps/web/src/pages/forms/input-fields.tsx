import { Checkbox, Form, Input, InputNumber, Select } from 'antd';
import type { ReactElement } from 'react';
import type { DateSubtype, FieldRules, InputField } from '@lianban/bpmn';
import { pageWords } from '../../messages/page-words.js';
import type { ComponentProps } from './component-fields.js';
import { OptionFields } from './option-fields.js';

const words = pageWords.forms.design.prop;

type Props = ComponentProps<InputField>;

/** Rules that are numbers, by the kinds of fields that have them. */
const numberRules = {
  textfield: ['minLength', 'maxLength'],
  textarea: ['minLength', 'maxLength'],
  number: ['min', 'max'],
} as const satisfies Partial<Record<InputField['type'], readonly (keyof FieldRules)[]>>;

/** What somebody is asked for, and what the answer must be like. */
export function InputFields(props: Props): ReactElement {
  const { component, set } = props;
  const { type, label, key, description, validate, readonly } = component;
  return (
    <>
      <Form.Item label={words.label} htmlFor="component-label">
        <Input
          id="component-label"
          maxLength={200}
          value={label ?? ''}
          onChange={({ target }) =>
            set({ label: target.value, ...(type === 'datetime' && { dateLabel: target.value }) })
          }
        />
      </Form.Item>
      <Form.Item label={words.key} htmlFor="component-key" extra={words.keyHint}>
        <Input
          id="component-key"
          maxLength={64}
          value={key}
          onChange={(event) => set({ key: event.target.value.trim() })}
        />
      </Form.Item>
      <Form.Item label={words.description} htmlFor="component-description">
        <Input
          id="component-description"
          maxLength={500}
          value={description ?? ''}
          onChange={(event) => set({ description: event.target.value || undefined })}
        />
      </Form.Item>
      <Form.Item>
        <Checkbox
          checked={validate?.required === true}
          onChange={(event) => setRule(props, 'required', event.target.checked || undefined)}
        >
          {type === 'checkbox' ? words.requiredCheck : words.required}
        </Checkbox>
        <Checkbox
          checked={readonly === true}
          onChange={(event) => set({ readonly: event.target.checked || undefined })}
        >
          {words.readonly}
        </Checkbox>
      </Form.Item>
      <RuleFields {...props} />
      {component.values && <OptionFields {...props} />}
      <KindFields {...props} />
    </>
  );
}

function RuleFields(props: Props): ReactElement {
  const { type, validate } = props.component;
  const rules = type in numberRules ? numberRules[type as keyof typeof numberRules] : [];
  return (
    <>
      {rules.map((rule) => (
        <Form.Item key={rule} label={words[rule]} htmlFor={`component-${rule}`}>
          <InputNumber
            id={`component-${rule}`}
            value={validate?.[rule] ?? null}
            onChange={(limit) => setRule(props, rule, limit ?? undefined)}
          />
        </Form.Item>
      ))}
      {type === 'textfield' && (
        <Form.Item label={words.pattern} htmlFor="component-pattern">
          <Input
            id="component-pattern"
            maxLength={200}
            value={validate?.pattern ?? ''}
            onChange={(event) => setRule(props, 'pattern', event.target.value || undefined)}
          />
        </Form.Item>
      )}
    </>
  );
}

/** What only one kind of field has. */
function KindFields({ component, set }: Props): ReactElement | null {
  const { type, decimalDigits, appearance, subtype = 'date', defaultValue, values } = component;
  if (type === 'number')
    return (
      <>
        <Form.Item label={words.decimalDigits} htmlFor="component-digits">
          <InputNumber
            id="component-digits"
            min={0}
            max={10}
            value={decimalDigits ?? null}
            onChange={(digits) => set({ decimalDigits: digits ?? undefined })}
          />
        </Form.Item>
        <Form.Item label={words.suffix} htmlFor="component-suffix">
          <Input
            id="component-suffix"
            maxLength={20}
            value={appearance?.suffixAdorner ?? ''}
            onChange={({ target }) => set({ appearance: target.value ? { suffixAdorner: target.value } : undefined })}
          />
        </Form.Item>
      </>
    );
  if (type === 'datetime')
    return (
      <Form.Item label={words.subtype} htmlFor="component-subtype">
        <Select<DateSubtype>
          id="component-subtype"
          value={subtype}
          options={Object.entries(words.subtypes).map(([value, label]) => ({ value: value as DateSubtype, label }))}
          onChange={(chosen) => set({ subtype: chosen })}
        />
      </Form.Item>
    );
  if (type === 'radio' || type === 'select')
    return (
      <Form.Item label={words.defaultValue} htmlFor="component-default">
        <Select
          id="component-default"
          value={typeof defaultValue === 'string' ? defaultValue : ''}
          options={[{ value: '', label: words.noDefault }, ...(values ?? []).map((option) => ({ ...option }))]}
          onChange={(chosen: string) => set({ defaultValue: chosen || undefined })}
        />
      </Form.Item>
    );
  return null;
}

function setRule({ component, set }: Props, rule: keyof FieldRules, value: unknown): void {
  const rules = Object.entries({ ...component.validate, [rule]: value }).filter(([, each]) => each !== undefined);
  set({ validate: rules.length === 0 ? undefined : Object.fromEntries(rules) });
}
