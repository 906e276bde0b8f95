import { Alert, Button, Space } from 'antd';
import { useState, type ReactElement } from 'react';
import { useRemoveSecondFactor, useRenewRecoveryCodes, useSecondFactor } from '../../api/account.js';
import type { Confirmation, SecondFactor } from '../../api/model.js';
import { Failure } from '../../components/failure.js';
import { FormDialog } from '../../components/form-dialog.js';
import { Loading } from '../../components/loading.js';
import { shortTime } from '../../format/time.js';
import { pageWords } from '../../messages/page-words.js';
import styles from './account.module.css';
import { ConfirmationFields } from './confirmation-fields.js';
import { Over } from './over.js';
import { RecoveryCodes } from './recovery-codes.js';
import { TotpEnrolment } from './totp-enrolment.js';

const words = pageWords.account.factor;
/** So few are left that one should make new ones. */
const few = 3;

type Doing = 'set' | 'renew' | 'remove' | { readonly codes: readonly string[] };

/** The second factor: whether there is one, and what can be done about it. */
export function FactorPart(): ReactElement {
  const factor = useSecondFactor();
  const [doing, setDoing] = useState<Doing>();
  const since = factor.data?.since ?? null;
  const close = () => setDoing(undefined);
  return (
    <section className={`sheet ${styles['part']}`} aria-label={words.title}>
      <h2 className={styles['heading']}>{words.title}</h2>
      <p className={styles['hint']}>{words.hint}</p>
      <div className={styles['settling']}>
        {factor.isPending && <Loading lines={1} />}
        {factor.isError && <Failure error={factor.error} onRetry={() => void factor.refetch()} />}
        {factor.data && <State factor={factor.data} onDo={setDoing} />}
      </div>
      {doing === 'set' && (
        <Over title={words.title} onClose={close}>
          <TotpEnrolment hasFactor={since !== null} onDone={close} />
        </Over>
      )}
      {doing === 'renew' && <Renew onClose={close} onCodes={(codes) => setDoing({ codes })} />}
      {doing === 'remove' && <Remove onClose={close} />}
      {typeof doing === 'object' && (
        <Over title={words.renew} onClose={close}>
          <RecoveryCodes codes={doing.codes} onKept={close} />
        </Over>
      )}
    </section>
  );
}

function State({ factor, onDo }: { factor: SecondFactor; onDo: (doing: Doing) => void }): ReactElement {
  const { since, recoveryCodes } = factor;
  if (since === null)
    return (
      <>
        <p className={styles['state']}>{words.off}</p>
        <Button onClick={() => onDo('set')}>{words.begin}</Button>
      </>
    );
  return (
    <>
      <p className={styles['state']}>{words.on(shortTime(since), recoveryCodes)}</p>
      {recoveryCodes < few && <Alert type="warning" showIcon title={words.few} className={styles['alert'] ?? ''} />}
      <Space wrap>
        <Button onClick={() => onDo('set')}>{words.replace}</Button>
        <Button onClick={() => onDo('renew')}>{words.renew}</Button>
        <Button onClick={() => onDo('remove')}>{words.remove}</Button>
      </Space>
    </>
  );
}

function Renew(props: { onClose: () => void; onCodes: (codes: readonly string[]) => void }): ReactElement {
  return (
    <FormDialog
      title={words.renew}
      intro={<p>{words.confirm}</p>}
      act={useRenewRecoveryCodes()}
      toAct={(given: Confirmation) => given}
      onClose={props.onClose}
      onDone={({ codes }) => props.onCodes(codes)}
    >
      <ConfirmationFields hasFactor />
    </FormDialog>
  );
}

function Remove({ onClose }: { onClose: () => void }): ReactElement {
  return (
    <FormDialog
      title={words.remove}
      intro={<p>{words.confirm}</p>}
      act={useRemoveSecondFactor()}
      toAct={(given: Confirmation) => given}
      done={words.removed}
      onClose={onClose}
    >
      <ConfirmationFields hasFactor />
    </FormDialog>
  );
}
