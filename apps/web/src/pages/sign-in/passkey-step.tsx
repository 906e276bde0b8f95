import { Button, Form } from 'antd';
import { useState, type ReactElement } from 'react';
import type { PasskeyAnswer } from '../../api/model.js';
import { answerWithPasskey } from '../../api/passkeys.js';
import { refusedField } from '../../components/refused-field.js';
import { messages } from '../../messages/messages.js';

const words = messages.signIn;

interface Props {
  /** What the server has a key sign. */
  readonly options: unknown;
  readonly onAnswer: (passkey: PasskeyAnswer) => void;
}

/** Confirms the sign-in with one of the person's keys instead of a code. */
export function PasskeyStep({ options, onAnswer }: Props): ReactElement {
  const [state, setState] = useState<'asks' | 'failed'>();
  const ask = () => {
    setState('asks');
    void answerWithPasskey(options).then(
      (passkey) => {
        setState(undefined);
        onAnswer(passkey);
      },
      () => setState('failed'),
    );
  };
  return (
    <Form.Item {...(state === 'failed' && refusedField(words.passkeyFailed))}>
      <Button block loading={state === 'asks'} onClick={ask}>
        {words.passkey}
      </Button>
    </Form.Item>
  );
}
