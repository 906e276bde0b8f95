import { useId, type InputHTMLAttributes, type ReactElement } from 'react';
import { useFieldProblem } from './field-form.js';
import styles from './form.module.css';

interface Props extends Pick<
  InputHTMLAttributes<HTMLInputElement>,
  'autoComplete' | 'autoCapitalize' | 'defaultValue' | 'inputMode' | 'maxLength' | 'placeholder' | 'spellCheck'
> {
  readonly name: string;
  readonly label: string;
  /** What helps to fill it in. */
  readonly help?: string;
  /** More than one line of text; how many are shown. */
  readonly rows?: number;
}

/** A labelled box for text, with its help and with what is wrong about it. */
export function TextField({ name, label, help, rows, ...input }: Props): ReactElement {
  const id = useId();
  const problem = useFieldProblem(name);
  const told = [help !== undefined && `${id}-help`, problem !== undefined && `${id}-problem`].filter(Boolean);
  const shared = {
    ...input,
    id,
    name,
    className: styles['box'],
    'aria-invalid': problem !== undefined,
    ...(told.length > 0 && { 'aria-describedby': told.join(' ') }),
  };
  return (
    <div className={styles['field']}>
      <label htmlFor={id}>{label}</label>
      {rows === undefined ? <input type="text" {...shared} /> : <textarea rows={rows} {...shared} />}
      {problem !== undefined && (
        <p id={`${id}-problem`} className={styles['problem']}>
          {problem}
        </p>
      )}
      {help !== undefined && (
        <p id={`${id}-help`} className={styles['help']}>
          {help}
        </p>
      )}
    </div>
  );
}
