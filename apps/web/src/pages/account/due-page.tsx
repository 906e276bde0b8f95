import { Alert, Button, Form } from 'antd';
import { useState, type ReactElement } from 'react';
import { useChangePassword } from '../../api/account.js';
import type { Me, PasswordChange } from '../../api/model.js';
import { knowsPasskeys } from '../../api/passkeys.js';
import { renewSession, useMe, useSignOut } from '../../api/session.js';
import { useFormAct } from '../../hooks/use-form-act.js';
import { messages } from '../../messages/messages.js';
import { pageWords } from '../../messages/page-words.js';
import styles from './account.module.css';
import { AddPasskey } from './add-passkey.js';
import { PasswordFields, type PasswordValues } from './password-fields.js';
import { TotpEnrolment } from './totp-enrolment.js';

const words = pageWords.account;

/** What somebody has to set right before anything else: one thing after the other. */
export function DuePage(): ReactElement {
  const signOut = useSignOut();
  const due: Me['due'][number] = useMe().due[0] ?? 'password';
  const isPassword = due === 'password';
  const title = isPassword ? words.due.password : words.due.factor;
  return (
    <main className={styles['page']}>
      <title>{`${title} · ${messages.product.name}`}</title>
      <h1>{title}</h1>
      <p className={styles['hint']}>{isPassword ? words.due.passwordHint : words.due.factorHint}</p>
      {isPassword ? <NewPassword key="password" /> : <NewFactor key="factor" />}
      <p className={styles['leave']}>
        <Button type="link" onClick={() => signOut.mutate()}>
          {messages.menu.signOut}
        </Button>
      </p>
    </main>
  );
}

function NewFactor(): ReactElement {
  const [byKey, setByKey] = useState(false);
  const done = () => void renewSession();
  return (
    <>
      {byKey ? <AddPasskey hasApp={false} onDone={done} /> : <TotpEnrolment hasFactor={false} onDone={done} />}
      {knowsPasskeys && (
        <p className={styles['leave']}>
          <Button type="link" onClick={() => setByKey(!byKey)}>
            {byKey ? words.keys.app : words.keys.instead}
          </Button>
        </p>
      )}
    </>
  );
}

function NewPassword(): ReactElement {
  const act = useChangePassword();
  const { props, refusal } = useFormAct<PasswordValues, PasswordChange, unknown>({
    act,
    toAct: ({ current, next }) => ({ current, next }),
    done: words.password.done,
    onDone: () => void renewSession(),
  });
  return (
    <Form<PasswordValues> {...props} requiredMark={false}>
      <PasswordFields />
      {refusal !== undefined && (
        <Alert type="error" showIcon role="alert" title={refusal} className={styles['alert'] ?? ''} />
      )}
      <Button type="primary" htmlType="submit" loading={act.isPending}>
        {words.password.change}
      </Button>
    </Form>
  );
}
