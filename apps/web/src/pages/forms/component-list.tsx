import { ArrowDownOutlined, ArrowUpOutlined, DeleteOutlined } from '@ant-design/icons';
import { Button } from 'antd';
import type { ReactElement } from 'react';
import type { Form, FormComponent } from '@lianban/bpmn';
import { pageWords } from '../../messages/page-words.js';
import { nameOf } from './component-name.js';
import { addComponent, componentTypes, moveComponent, removeComponent, type AddedType } from './form-draft.js';
import styles from './form-designer.module.css';

const words = pageWords.forms.design;

interface Props {
  readonly form: Form;
  readonly chosen: string | undefined;
  readonly mayChange: boolean;
  readonly onChoose: (id: string | undefined) => void;
  readonly onChange: (form: Form) => void;
}

/** The components of a form in their order, those of groups below them, and what can be added. */
export function ComponentList(props: Props): ReactElement {
  const { form, chosen, mayChange, onChoose, onChange } = props;
  const add = (type: AddedType) => {
    const label = words.types[type];
    const added = addComponent(form, type, { label, option: words.prop.newOption(1), behind: chosen });
    onChange(added.form);
    onChoose(added.id);
  };
  return (
    <section className={`sheet ${styles['part']}`} aria-label={words.fields}>
      <h2 className={styles['heading']}>{words.fields}</h2>
      {form.components.length === 0 && <p className={styles['hint']}>{words.noFields}</p>}
      <ul className={styles['list']}>
        {form.components.map((component) => (
          <Line key={component.id} component={component} {...props} />
        ))}
      </ul>
      {mayChange && (
        <div role="group" aria-label={words.addLabel} className={styles['adding']}>
          {componentTypes.map((type) => (
            <Button key={type} size="small" onClick={() => add(type)}>
              + {words.types[type]}
            </Button>
          ))}
        </div>
      )}
    </section>
  );
}

function Line({ component, ...props }: Props & { readonly component: FormComponent }): ReactElement {
  const { form, chosen, mayChange, onChoose, onChange } = props;
  const { id, type } = component;
  const name = nameOf(component);
  const act = (label: string, icon: ReactElement, change: () => Form) => (
    <Button
      size="small"
      type="text"
      icon={icon}
      aria-label={`${label} ${name}`}
      title={label}
      onClick={() => onChange(change())}
    />
  );
  return (
    <li>
      <div className={styles['line']}>
        <button type="button" className={styles['pick']} aria-pressed={id === chosen} onClick={() => onChoose(id)}>
          <span className={styles['label']} title={name}>
            {name}
          </span>
          <span className={styles['kind']}>{words.types[type]}</span>
        </button>
        {mayChange && (
          <>
            {act(words.up, <ArrowUpOutlined />, () => moveComponent(form, id, -1))}
            {act(words.down, <ArrowDownOutlined />, () => moveComponent(form, id, 1))}
            {act(words.remove, <DeleteOutlined />, () => removeComponent(form, id))}
          </>
        )}
      </div>
      {component.type === 'group' && component.components.length > 0 && (
        <ul>
          {component.components.map((inner) => (
            <Line key={inner.id} component={inner} {...props} />
          ))}
        </ul>
      )}
    </li>
  );
}
