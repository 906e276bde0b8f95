import { useId, type ReactElement } from 'react';
import { useFieldProblem } from './field-form.js';
import styles from './form.module.css';

interface Props {
  readonly name: string;
  readonly label: string;
  readonly options: readonly { readonly value: string; readonly label: string }[];
}

/** One of a few, all of them in sight. */
export function ChoiceField({ name, label, options }: Props): ReactElement {
  const id = useId();
  const problem = useFieldProblem(name);
  return (
    <fieldset className={styles['field']} {...(problem !== undefined && { 'aria-describedby': id })}>
      <legend>{label}</legend>
      <div className={styles['choices']}>
        {options.map((option) => (
          <label key={option.value} className={styles['check']}>
            <input type="radio" name={name} value={option.value} />
            <span>{option.label}</span>
          </label>
        ))}
      </div>
      {problem !== undefined && (
        <p id={id} className={styles['problem']}>
          {problem}
        </p>
      )}
    </fieldset>
  );
}
