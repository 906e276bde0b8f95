import { Alert, Button, Modal, Space } from 'antd';
import { useState, type ReactElement } from 'react';
import { messages } from '../../messages/messages.js';
import { pageWords } from '../../messages/page-words.js';
import { useReturnFocus } from '../../hooks/use-return-focus.js';
import styles from './account.module.css';

const words = pageWords.tokens;

/** A token, for the only time that it is shown. */
export function MadeToken({ token, onKept }: { token: string; onKept: () => void }): ReactElement {
  useReturnFocus();
  const [told, setTold] = useState('');
  const copy = () =>
    navigator.clipboard.writeText(token).then(
      () => setTold(messages.act.copied),
      () => setTold(messages.act.copyRefused),
    );
  return (
    <Modal open title={words.title} footer={null} closable={false} keyboard={false} mask={{ closable: false }}>
      <Alert type="warning" showIcon role="alert" title={words.madeTitle} description={words.madeHint} />
      <p className={styles['token']}>
        <code>{token}</code>
      </p>
      <Space wrap>
        <Button onClick={() => void copy()}>{words.copy}</Button>
        <Button type="primary" onClick={onKept}>
          {words.saved}
        </Button>
        <span role="status">{told}</span>
      </Space>
    </Modal>
  );
}
