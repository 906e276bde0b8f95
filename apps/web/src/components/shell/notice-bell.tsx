import { BellOutlined } from '@ant-design/icons';
import type { ReactElement } from 'react';
import { Link } from 'react-router';
import { useUnreadNotices } from '../../api/notices.js';
import { messages } from '../../messages/messages.js';
import styles from './notice-bell.module.css';

/** The way to one's notices, with how many are unread. */
export function NoticeBell(): ReactElement {
  const unread = useUnreadNotices().data ?? 0;
  return (
    <Link to="/notices" className={styles['bell']} aria-label={messages.notices.bell(unread)}>
      <BellOutlined aria-hidden />
      {unread > 0 && (
        <span className={styles['count']} aria-hidden>
          {unread > 99 ? '99+' : unread}
        </span>
      )}
    </Link>
  );
}
