import { Form, Input, Select } from 'antd';
import type { ReactElement } from 'react';
import { isInput, type Form as FormContent, type FormComponent } from '@lianban/bpmn';
import { pageWords } from '../../messages/page-words.js';
import { ConditionFields } from './condition-fields.js';
import { changeComponent, findComponent, groupOf, groupsOf, putInto } from './form-draft.js';
import { InputFields } from './input-fields.js';
import styles from './form-designer.module.css';

const words = pageWords.forms.design;

/** What the fields of one component are given. */
export interface ComponentProps<Component extends FormComponent = FormComponent> {
  readonly form: FormContent;
  readonly component: Component;
  /** Sets attributes; undefined takes them away. */
  readonly set: (attributes: Readonly<Record<string, unknown>>) => void;
}

interface Props {
  readonly form: FormContent;
  readonly chosen: string | undefined;
  readonly mayChange: boolean;
  readonly onChange: (form: FormContent) => void;
}

/** What the chosen component says, in plain words. */
export function ComponentFields({ form, chosen, mayChange, onChange }: Props): ReactElement {
  const component = chosen === undefined ? undefined : findComponent(form, chosen);
  return (
    <section className={`sheet ${styles['part']}`} aria-label={words.chosen}>
      <h2 className={styles['heading']}>{words.chosen}</h2>
      {!component && <p className={styles['hint']}>{words.nothingChosen}</p>}
      {component && (
        <Form layout="vertical" disabled={!mayChange} key={component.id}>
          <OwnFields
            form={form}
            component={component}
            set={(attributes) => onChange(changeComponent(form, component.id, attributes))}
          />
          <GroupField form={form} component={component} onChange={onChange} />
        </Form>
      )}
    </section>
  );
}

function OwnFields({ component, ...props }: ComponentProps): ReactElement {
  const { set } = props;
  return (
    <>
      {component.type === 'text' && (
        <Form.Item label={words.prop.text} htmlFor="component-text">
          <Input.TextArea
            id="component-text"
            autoSize={{ minRows: 3, maxRows: 10 }}
            maxLength={2_000}
            value={component.text}
            onChange={(event) => set({ text: event.target.value })}
          />
        </Form.Item>
      )}
      {component.type === 'group' && (
        <Form.Item label={words.prop.label} htmlFor="component-label">
          <Input
            id="component-label"
            maxLength={200}
            value={component.label ?? ''}
            onChange={(event) => set({ label: event.target.value })}
          />
        </Form.Item>
      )}
      {isInput(component) && <InputFields component={component} {...props} />}
      <ConditionFields component={component} {...props} />
    </>
  );
}

function GroupField(
  props: Pick<Props, 'form' | 'onChange'> & { readonly component: FormComponent },
): ReactElement | null {
  const { form, component, onChange } = props;
  const groups = groupsOf(form).filter(({ id }) => id !== component.id);
  if (groups.length === 0 || component.type === 'group') return null;
  const options = [
    { value: '', label: words.prop.noGroup },
    ...groups.map(({ id, label }) => ({ value: id, label: label || words.unnamed })),
  ];
  return (
    <Form.Item label={words.prop.group} htmlFor="component-group">
      <Select
        id="component-group"
        options={options}
        value={groupOf(form, component.id)?.id ?? ''}
        onChange={(id: string) => onChange(putInto(form, component.id, id || undefined))}
      />
    </Form.Item>
  );
}
