import { QRCodeSVG } from '@rc-component/qrcode';
import { Alert, Button, Form } from 'antd';
import { useState, type ReactElement } from 'react';
import { useBeginTotp, useConfirmTotp } from '../../api/account.js';
import type { Confirmation, NewTotp } from '../../api/model.js';
import { useFormAct } from '../../hooks/use-form-act.js';
import { pageWords } from '../../messages/page-words.js';
import styles from './account.module.css';
import { CodeField, ConfirmationFields } from './confirmation-fields.js';
import { RecoveryCodes } from './recovery-codes.js';

const words = pageWords.account.factor;

interface Props {
  readonly hasFactor: boolean;
  /** The app is set up and the recovery codes are kept. */
  readonly onDone: () => void;
}

/** Sets up an authenticator app in three steps: show that it is you, scan, keep the recovery codes. */
export function TotpEnrolment({ hasFactor, onDone }: Props): ReactElement {
  const [begun, setBegun] = useState<NewTotp>();
  const [codes, setCodes] = useState<readonly string[]>();
  if (codes) return <RecoveryCodes codes={codes} onKept={onDone} />;
  if (begun) return <Scan totp={begun} onCodes={setCodes} />;
  return <Confirm hasFactor={hasFactor} onBegun={setBegun} />;
}

function Confirm({ hasFactor, onBegun }: { hasFactor: boolean; onBegun: (totp: NewTotp) => void }): ReactElement {
  const act = useBeginTotp();
  const { props, refusal } = useFormAct<Confirmation, Confirmation, NewTotp>({
    act,
    toAct: (it) => it,
    onDone: onBegun,
  });
  return (
    <Form<Confirmation> {...props} requiredMark={false}>
      <p>{words.confirm}</p>
      <ConfirmationFields hasFactor={hasFactor} />
      <Refusal text={refusal} />
      <Button type="primary" htmlType="submit" loading={act.isPending}>
        {words.next}
      </Button>
    </Form>
  );
}

function Scan({ totp, onCodes }: { totp: NewTotp; onCodes: (codes: readonly string[]) => void }): ReactElement {
  const act = useConfirmTotp();
  const { props, refusal } = useFormAct<{ code: string }, { code: string }, { codes: string[] }>({
    act,
    toAct: (it) => it,
    onDone: ({ codes }) => onCodes(codes),
  });
  return (
    <Form<{ code: string }> {...props} requiredMark={false}>
      <p>{words.scan}</p>
      <QRCodeSVG value={totp.uri} size={176} level="M" title={words.qr} className={styles['qr'] ?? ''} />
      <p className={styles['hint']}>
        {words.secret} <code className={styles['secret']}>{totp.secret.replaceAll(/(.{4})(?=.)/gu, '$1 ')}</code>
      </p>
      <CodeField />
      <Refusal text={refusal} />
      <Button type="primary" htmlType="submit" loading={act.isPending}>
        {words.finish}
      </Button>
    </Form>
  );
}

function Refusal({ text }: { text: string | undefined }): ReactElement | null {
  if (text === undefined) return null;
  return <Alert type="error" showIcon role="alert" title={text} className={styles['alert'] ?? ''} />;
}
