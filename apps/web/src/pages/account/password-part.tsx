import { Button } from 'antd';
import { useState, type ReactElement } from 'react';
import { useChangePassword } from '../../api/account.js';
import type { PasswordChange } from '../../api/model.js';
import { FormDialog } from '../../components/form-dialog.js';
import { pageWords } from '../../messages/page-words.js';
import styles from './account.module.css';
import { PasswordFields, type PasswordValues } from './password-fields.js';

const words = pageWords.account.password;

/** One's own password. */
export function PasswordPart(): ReactElement {
  const change = useChangePassword();
  const [open, setOpen] = useState(false);
  return (
    <section className={`sheet ${styles['part']}`} aria-label={words.title}>
      <h2 className={styles['heading']}>{words.title}</h2>
      <p className={styles['hint']}>{words.hint}</p>
      <Button onClick={() => setOpen(true)}>{words.change}</Button>
      {open && (
        <FormDialog
          title={words.change}
          act={change}
          toAct={({ current, next }: PasswordValues): PasswordChange => ({ current, next })}
          done={words.done}
          onClose={() => setOpen(false)}
        >
          <PasswordFields />
        </FormDialog>
      )}
    </section>
  );
}
