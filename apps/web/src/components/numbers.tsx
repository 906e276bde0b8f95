import { useState, type ReactElement } from 'react';
import { messages } from '../messages/messages.js';
import styles from './numbers.module.css';

/** The number and the query code that a resident takes home, large enough to read out. */
export function Numbers(props: {
  code: string;
  queryCode: string;
  /** What the number is called; absent: that of a case. */
  label?: string;
}): ReactElement {
  const { code, queryCode, label = messages.register.code } = props;
  const [told, setTold] = useState('');
  const text = `${label} ${code}${messages.marks.phrase}${messages.register.queryCode} ${queryCode}`;
  // Browsers give the clipboard only to https and localhost.
  const canCopy = 'clipboard' in navigator;
  const copy = () =>
    void navigator.clipboard.writeText(text).then(
      () => setTold(messages.act.copied),
      () => setTold(messages.act.copyRefused),
    );
  return (
    <div className={styles['numbers']}>
      <dl>
        <dt>{label}</dt>
        <dd>{code}</dd>
        <dt>{messages.register.queryCode}</dt>
        <dd>{queryCode}</dd>
      </dl>
      {canCopy && (
        <p className={styles['copy']}>
          <button type="button" onClick={copy}>
            {messages.act.copy}
          </button>
          <span role="status">{told}</span>
        </p>
      )}
    </div>
  );
}
