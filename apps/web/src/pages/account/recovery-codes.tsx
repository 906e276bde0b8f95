import { Alert, Button, Space } from 'antd';
import { useState, type ReactElement } from 'react';
import { messages } from '../../messages/messages.js';
import { pageWords } from '../../messages/page-words.js';
import styles from './account.module.css';

const words = pageWords.account.factor;

/** Recovery codes, for the only time that they are shown. */
export function RecoveryCodes({ codes, onKept }: { codes: readonly string[]; onKept: () => void }): ReactElement {
  const [told, setTold] = useState('');
  const copy = () =>
    navigator.clipboard.writeText(codes.join('\n')).then(
      () => setTold(messages.act.copied),
      () => setTold(messages.act.copyRefused),
    );
  return (
    <>
      <Alert type="warning" showIcon role="alert" title={words.codesTitle} description={words.codesHint} />
      <ul className={styles['codes']} aria-label={words.codesTitle}>
        {codes.map((code) => (
          <li key={code}>
            <code>{code}</code>
          </li>
        ))}
      </ul>
      <Space wrap>
        <Button onClick={() => void copy()}>{words.copyCodes}</Button>
        <Button type="primary" onClick={onKept}>
          {words.saved}
        </Button>
        <span role="status">{told}</span>
      </Space>
    </>
  );
}
