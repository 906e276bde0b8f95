import type { ReactElement } from 'react';
import { NavLink } from 'react-router';
import { useBoxCounts } from '../../api/tasks.js';
import { boxes } from '../../components/shell/menu.js';
import { messages } from '../../messages/messages.js';
import styles from './box-tabs.module.css';

/** The tabs of the inbox on a phone, where the side menu that holds them is not in sight. */
export function BoxTabs(): ReactElement {
  const counts = useBoxCounts(true).data;
  return (
    <nav aria-label={messages.box.label} className={styles['tabs']}>
      {boxes.map((box) => (
        <span key={box} className={styles['tab']}>
          <NavLink to={`/inbox/${box}`} className={linkClass}>
            {messages.box[box]}
          </NavLink>
          {counts && counts[box] > 0 && (
            <span className={styles['count']} role="img" aria-label={messages.menu.count(counts[box])}>
              {counts[box]}
            </span>
          )}
        </span>
      ))}
    </nav>
  );
}

function linkClass({ isActive }: { isActive: boolean }): string {
  return [styles['link'], isActive && styles['active']].filter(Boolean).join(' ');
}
