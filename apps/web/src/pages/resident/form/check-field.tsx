import { useId, type ReactElement } from 'react';
import styles from './form.module.css';

interface Props {
  readonly name: string;
  readonly label: string;
  readonly help?: string | false;
  readonly onChange?: (checked: boolean) => void;
}

/** A box to tick. */
export function CheckField({ name, label, help, onChange }: Props): ReactElement {
  const id = useId();
  return (
    <div className={styles['field']}>
      <label className={styles['check']}>
        <input
          type="checkbox"
          name={name}
          value="yes"
          {...(help && { 'aria-describedby': id })}
          onChange={({ target }) => onChange?.(target.checked)}
        />
        <span>{label}</span>
      </label>
      {help && (
        <p id={id} className={styles['help']}>
          {help}
        </p>
      )}
    </div>
  );
}
