import { DownOutlined } from '@ant-design/icons';
import { Popover } from 'antd';
import { lazy, Suspense, useState, type ReactElement } from 'react';
import { Link } from 'react-router';
import { useMe } from '../../api/session.js';
import { messages } from '../../messages/messages.js';
import styles from './person-menu.module.css';

// Opened seldom, so not part of what everybody waits for.
const LookSettings = lazy(async () => ({ default: (await import('./look-settings.js')).LookSettings }));

/** Who sits here; a press shows what this person can set. */
export function PersonMenu(): ReactElement {
  const me = useMe();
  const [open, setOpen] = useState(false);
  return (
    <Popover
      trigger="click"
      placement="bottomRight"
      open={open}
      onOpenChange={setOpen}
      title={messages.look.settings}
      content={
        <>
          <Suspense>
            <LookSettings />
          </Suspense>
          <Link to="/settings" className={styles['more']} onClick={() => setOpen(false)}>
            {messages.desk.settings.title}
          </Link>
        </>
      }
    >
      <button type="button" className={styles['person']} aria-haspopup="dialog" aria-expanded={open}>
        <span>{me.name}</span>
        <span className={styles['role']}>
          {me.roles.map(({ name }) => messages.said.role(name)).join(messages.marks.list)}
        </span>
        <DownOutlined aria-hidden className={styles['mark']} />
        <span className="unseen">{messages.look.settings}</span>
      </button>
    </Popover>
  );
}
