import { Divider, Form } from 'antd';
import { useId, type ReactElement } from 'react';
import { isInput, type FormComponent, type FormValues, type InputField } from '@lianban/bpmn';
import { pageWords } from '../../messages/page-words.js';
import { refusedField } from '../refused-field.js';
import { FieldControl } from './field-control.js';
import styles from './form-fields.module.css';

/** How a form stands while it is filled in. */
export interface Filling {
  readonly values: FormValues;
  /** Ids of the components that conditions hide. */
  readonly hidden: ReadonlySet<string>;
  /** Why a value is refused, by the key of its field. */
  readonly refused: ReadonlyMap<string, string>;
  readonly onChange: (key: string, value: FormValues[string]) => void;
}

interface Props extends Filling {
  readonly components: readonly FormComponent[];
}

/** The fields of a form in their order; nothing of it is a form of its own, so that it may stand in another. */
export function FormFields({ components, ...filling }: Props): ReactElement {
  return (
    <>
      {components
        .filter(({ id }) => !filling.hidden.has(id))
        .map((component) => (
          <Component key={component.id} component={component} {...filling} />
        ))}
    </>
  );
}

function Component({ component, ...filling }: Filling & { readonly component: FormComponent }): ReactElement {
  if (isInput(component)) return <Field field={component} {...filling} />;
  switch (component.type) {
    case 'text':
      return <p className={styles['text']}>{component.text}</p>;
    case 'separator':
      return <Divider />;
    case 'spacer':
      return <div className={styles['spacer']} />;
    case 'group':
      return (
        <fieldset className={styles['group']}>
          <legend className={styles['legend']}>{component.label}</legend>
          <FormFields components={component.components} {...filling} />
        </fieldset>
      );
  }
}

function Field({ field, values, refused, onChange }: Filling & { readonly field: InputField }): ReactElement {
  const id = useId();
  const { type, key, label, description, validate, readonly, disabled } = field;
  const reason = refused.get(key);
  // A group of boxes has no single control that a label could lead to.
  const isGroup = type === 'radio' || type === 'checklist';
  const locked = readonly === true || disabled === true;
  const extra = [description, locked && pageWords.forms.fill.readonly].filter(Boolean).join(' · ');
  return (
    <Form.Item
      label={type === 'checkbox' ? undefined : <span id={`${id}-label`}>{label || key}</span>}
      {...(!isGroup && { htmlFor: id })}
      required={validate?.required === true && !locked}
      extra={extra || undefined}
      {...(reason !== undefined && refusedField(reason))}
    >
      <FieldControl
        field={field}
        id={id}
        value={values[key] ?? null}
        locked={locked}
        refused={reason !== undefined}
        onChange={(value) => onChange(key, value)}
      />
    </Form.Item>
  );
}
