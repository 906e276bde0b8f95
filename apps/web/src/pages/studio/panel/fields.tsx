import { AutoComplete, Checkbox, Input, Select, type SelectProps } from 'antd';
import { useEffect, useId, useState, type ReactElement, type ReactNode } from 'react';
import styles from './panel.module.css';

interface Labelled {
  readonly label: string;
  readonly hint?: string | undefined;
  /** The label is for screen readers only. */
  readonly bare?: boolean;
}

/** A text that is saved when the field is left or Enter is pressed, so that it is undone in one step. */
export function TextField(
  props: Labelled & {
    readonly value: string;
    readonly onSave?: (text: string) => void;
    readonly rows?: number;
    readonly options?: readonly string[];
  },
): ReactElement {
  const { value, onSave, rows, options } = props;
  const id = useId();
  const [text, setText] = useState(value);
  useEffect(() => setText(value), [value]);
  const save = () => {
    if (text !== value) onSave?.(text);
  };
  const shared = { id, value: text, onBlur: save, disabled: onSave === undefined };
  return (
    <Labelling {...props} id={id}>
      {rows !== undefined && (
        <Input.TextArea
          {...shared}
          autoSize={{ minRows: rows, maxRows: 10 }}
          onChange={(e) => setText(e.target.value)}
        />
      )}
      {rows === undefined && !options && (
        <Input {...shared} onChange={(e) => setText(e.target.value)} onPressEnter={save} />
      )}
      {rows === undefined && options && (
        <AutoComplete
          {...shared}
          className={styles['wide'] ?? ''}
          options={options.map((option) => ({ value: option }))}
          onChange={(chosen: string) => setText(chosen)}
          onSelect={(chosen: string) => onSave?.(chosen)}
        />
      )}
    </Labelling>
  );
}

/** A choice of one. */
export function ChoiceField(
  props: Labelled & {
    readonly value: string;
    readonly options: NonNullable<SelectProps['options']>;
    readonly onSave: (value: string) => void;
  },
): ReactElement {
  const id = useId();
  return (
    <Labelling {...props} id={id}>
      <Select
        id={id}
        className={styles['wide'] ?? ''}
        aria-label={props.label}
        showSearch={{ optionFilterProp: 'label' }}
        value={props.value}
        options={props.options}
        onChange={props.onSave}
      />
    </Labelling>
  );
}

/** A choice of several. */
export function ChoicesField(
  props: Labelled & {
    readonly value: readonly string[];
    readonly options: NonNullable<SelectProps['options']>;
    readonly onSave: (value: readonly string[]) => void;
  },
): ReactElement {
  const id = useId();
  return (
    <Labelling {...props} id={id}>
      <Select
        id={id}
        mode="multiple"
        className={styles['wide'] ?? ''}
        aria-label={props.label}
        showSearch={{ optionFilterProp: 'label' }}
        value={[...props.value]}
        options={props.options}
        onChange={(chosen: string[]) => props.onSave(chosen)}
      />
    </Labelling>
  );
}

/** Yes or no. */
export function FlagField(props: {
  readonly label: string;
  readonly value: boolean;
  readonly onSave: (value: boolean) => void;
}): ReactElement {
  return (
    <div className={styles['field']}>
      <Checkbox checked={props.value} onChange={(event) => props.onSave(event.target.checked)}>
        {props.label}
      </Checkbox>
    </div>
  );
}

/** Fields that belong together, under a heading. */
export function Section(props: {
  readonly title: string;
  readonly hint?: string;
  readonly children: ReactNode;
}): ReactElement {
  const id = useId();
  return (
    <section aria-labelledby={id} className={styles['section']}>
      <h3 id={id} className={styles['heading']}>
        {props.title}
      </h3>
      {props.hint && <p className={styles['hint']}>{props.hint}</p>}
      {props.children}
    </section>
  );
}

function Labelling({ label, hint, bare, id, children }: Labelled & { id: string; children: ReactNode }): ReactElement {
  return (
    <div className={styles['field']}>
      <label htmlFor={id} className={bare ? 'unseen' : styles['label']}>
        {label}
      </label>
      {children}
      {hint && <p className={styles['hint']}>{hint}</p>}
    </div>
  );
}
