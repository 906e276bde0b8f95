import { Form, Input, Select } from 'antd';
import { useState, type ReactElement } from 'react';
import { inputsOf, type InputField } from '@lianban/bpmn';
import { pageWords } from '../../messages/page-words.js';
import type { ComponentProps } from './component-fields.js';
import { nameOf } from './component-name.js';
import { conditionOf, hiddenUnless, type Condition } from './condition.js';

const words = pageWords.forms.design.condition;

/** The variable by which conditions know the outcome that somebody chose. */
const outcome = 'outcome';

/** When the component is shown: always, when another field has a value, or by a formula. */
export function ConditionFields({ form, component, set }: ComponentProps): ReactElement {
  const hide = component.conditional?.hide;
  // What is begun and says nothing yet stands in no form.
  const [begun, setBegun] = useState<Condition>();
  const condition = hide === undefined ? (begun ?? conditionOf(hide)) : begunAs(begun, conditionOf(hide), hide);
  const others = inputsOf(form.components).filter(({ id }) => id !== component.id);
  const save = (text: string | undefined) => set({ conditional: text ? { hide: text } : undefined });
  const choose = (kind: Condition['kind']) => {
    if (kind === 'value') setBegun({ kind, key: others[0]?.key ?? outcome, value: '' });
    else setBegun(kind === 'formula' ? { kind, formula: hide ?? '' } : undefined);
    if (kind !== 'formula') save(undefined);
  };
  const compare = (key: string, value: string) => {
    setBegun({ kind: 'value', key, value });
    const field = others.find((each) => each.key === key);
    save(value === '' ? undefined : hiddenUnless(key, value, isBare(field)));
  };
  return (
    <>
      <Form.Item label={words.kind} htmlFor="condition-kind">
        <Select
          id="condition-kind"
          value={condition.kind}
          options={Object.entries(words.kinds).map(([value, label]) => ({ value: value as Condition['kind'], label }))}
          onChange={choose}
        />
      </Form.Item>
      {condition.kind === 'value' && <ValueFields condition={condition} others={others} onChange={compare} />}
      {condition.kind === 'formula' && (
        <Form.Item label={words.formula} htmlFor="condition-formula" extra={words.formulaHint}>
          <Input
            id="condition-formula"
            value={hide ?? condition.formula}
            onChange={(event) => save(event.target.value || undefined)}
          />
        </Form.Item>
      )}
    </>
  );
}

function ValueFields(props: {
  readonly condition: Condition & { readonly kind: 'value' };
  readonly others: readonly InputField[];
  readonly onChange: (key: string, value: string) => void;
}): ReactElement {
  const { condition, others, onChange } = props;
  const { key, value } = condition;
  const options = optionsOf(others.find((field) => field.key === key));
  const fields = [
    ...others.map((field) => ({ value: field.key, label: nameOf(field) })),
    { value: outcome, label: words.outcome },
  ];
  return (
    <>
      <Form.Item label={words.field} htmlFor="condition-field">
        <Select
          id="condition-field"
          value={key}
          options={fields.some((field) => field.value === key) ? fields : [...fields, { value: key, label: key }]}
          onChange={(next) => onChange(next, '')}
        />
      </Form.Item>
      <Form.Item label={words.value} htmlFor="condition-value" extra={key === outcome ? words.outcomeHint : undefined}>
        {options ? (
          <Select
            id="condition-value"
            value={value || null}
            options={options}
            onChange={(next: string) => onChange(key, next)}
          />
        ) : (
          <Input id="condition-value" value={value} onChange={(event) => onChange(key, event.target.value)} />
        )}
      </Form.Item>
    </>
  );
}

/** A formula that happens to compare with one value stays a formula while it is written. */
function begunAs(begun: Condition | undefined, read: Condition, hide: string): Condition {
  return begun?.kind === 'formula' ? { kind: 'formula', formula: hide } : read;
}

function isBare(field: InputField | undefined): boolean {
  return field?.type === 'number' || field?.type === 'checkbox';
}

function optionsOf(field: InputField | undefined): { value: string; label: string }[] | undefined {
  if (field?.type === 'checkbox')
    return [
      { value: 'true', label: pageWords.forms.yes },
      { value: 'false', label: pageWords.forms.no },
    ];
  return field?.values?.map((option) => ({ ...option }));
}
