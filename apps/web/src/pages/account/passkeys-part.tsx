import { Button } from 'antd';
import { useState, type ReactElement } from 'react';
import { useSecondFactor } from '../../api/account.js';
import { knowsPasskeys, usePasskeys, useRemovePasskey } from '../../api/passkeys.js';
import type { Confirmation, Passkey } from '../../api/model.js';
import { Failure } from '../../components/failure.js';
import { FormDialog } from '../../components/form-dialog.js';
import { shortTime } from '../../format/time.js';
import { messages } from '../../messages/messages.js';
import { pageWords } from '../../messages/page-words.js';
import styles from './account.module.css';
import { AddPasskey } from './add-passkey.js';
import { ConfirmationFields } from './confirmation-fields.js';
import { Over } from './over.js';

const words = pageWords.account;

/** One's own keys, beside the app or instead of it. */
export function PasskeysPart(): ReactElement {
  const keys = usePasskeys();
  const hasApp = Boolean(useSecondFactor().data?.since);
  const [doing, setDoing] = useState<'add' | Passkey>();
  const close = () => setDoing(undefined);
  return (
    <section className={`sheet ${styles['part']}`} aria-label={words.keys.title}>
      <h2 className={styles['heading']}>{words.keys.title}</h2>
      <p className={styles['hint']}>{words.keys.hint}</p>
      {keys.isError && <Failure error={keys.error} onRetry={() => void keys.refetch()} />}
      <p className={styles['state']} hidden={(keys.data ?? []).length > 0}>
        {keys.isPending ? messages.loading : words.keys.none}
      </p>
      <ul className={styles['sessions']} hidden={(keys.data ?? []).length === 0}>
        {keys.data?.map((key) => (
          <Line key={key.id} passkey={key} onRemove={() => setDoing(key)} />
        ))}
      </ul>
      {knowsPasskeys && <Button onClick={() => setDoing('add')}>{words.keys.add}</Button>}
      {doing === 'add' && (
        <Over title={words.keys.add} onClose={close}>
          <AddPasskey hasApp={hasApp} onDone={close} />
        </Over>
      )}
      {typeof doing === 'object' && <Remove passkey={doing} hasApp={hasApp} onClose={close} />}
    </section>
  );
}

function Line({ passkey, onRemove }: { passkey: Passkey; onRemove: () => void }): ReactElement {
  const { name, madeAt, usedAt } = passkey;
  const facts = [words.keys.made(shortTime(madeAt)), ...(usedAt === null ? [] : [words.keys.used(shortTime(usedAt))])];
  return (
    <li className={styles['session']}>
      <div>
        <p>{name}</p>
        <p className={styles['hint']}>{facts.join(messages.marks.list)}</p>
      </div>
      <Button size="small" aria-label={words.keys.removeOf(name)} onClick={onRemove}>
        {words.keys.remove}
      </Button>
    </li>
  );
}

function Remove(props: { passkey: Passkey; hasApp: boolean; onClose: () => void }): ReactElement {
  const { passkey, hasApp, onClose } = props;
  return (
    <FormDialog
      title={words.keys.removeOf(passkey.name)}
      intro={<p>{words.factor.confirm}</p>}
      act={useRemovePasskey(passkey.id)}
      toAct={(given: Confirmation) => given}
      done={words.keys.removed}
      onClose={onClose}
    >
      <ConfirmationFields hasFactor={hasApp} />
    </FormDialog>
  );
}
