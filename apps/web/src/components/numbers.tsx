import { App, Button } from 'antd';
import type { ReactElement } from 'react';
import { messages } from '../messages/messages.js';
import styles from './numbers.module.css';

/** The number and the query code that a resident takes home, large enough to read out. */
export function Numbers({ code, queryCode }: { code: string; queryCode: string }): ReactElement {
  const { message } = App.useApp();
  const text = `${messages.register.code} ${code}，${messages.register.queryCode} ${queryCode}`;
  // Browsers give the clipboard only to https and localhost.
  const canCopy = 'clipboard' in navigator;
  return (
    <div className={styles['numbers']}>
      <dl>
        <dt>{messages.register.code}</dt>
        <dd>{code}</dd>
        <dt>{messages.register.queryCode}</dt>
        <dd>{queryCode}</dd>
      </dl>
      {canCopy && (
        <Button
          onClick={() =>
            void navigator.clipboard.writeText(text).then(
              () => message.success(messages.act.copied),
              () => message.warning(messages.act.copyRefused),
            )
          }
        >
          {messages.act.copy}
        </Button>
      )}
    </div>
  );
}
