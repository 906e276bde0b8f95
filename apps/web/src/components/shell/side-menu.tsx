import type { ReactElement } from 'react';
import { NavLink } from 'react-router';
import { useMay } from '../../api/session.js';
import { useBoxCounts } from '../../api/tasks.js';
import { messages } from '../../messages/messages.js';
import { menuFor } from './menu.js';
import styles from './side-menu.module.css';

/** The main menu: what this user may open, with how much waits in each tab of the inbox. */
export function SideMenu({ onChoose }: { onChoose?: () => void }): ReactElement {
  const may = useMay();
  const counts = useBoxCounts(may('task.read')).data;
  const chosen = onChoose && { onClick: onChoose };
  return (
    <>
      <p className={styles['home']}>
        <NavLink to="/" end className={linkClass} {...chosen}>
          {messages.home.title}
        </NavLink>
      </p>
      {menuFor(may).map((group) => (
        <section key={group.label} className={styles['group']}>
          <h2 className={styles['caption']}>{group.label}</h2>
          <ul>
            {group.entries.map((entry) => (
              <li key={entry.path} className={styles[entry.box ? 'counted' : 'entry']}>
                <NavLink to={entry.path} end className={linkClass} {...chosen}>
                  {entry.label}
                </NavLink>
                {entry.box && counts && <Count n={counts[entry.box]} urgent={entry.box === 'todo'} />}
              </li>
            ))}
          </ul>
        </section>
      ))}
    </>
  );
}

// Beside the link and not inside it, so that the link's name stays the bare menu word.
function Count({ n, urgent }: { n: number; urgent: boolean }): ReactElement | null {
  if (n === 0) return null;
  return (
    <span className={urgent ? styles['urgent'] : styles['count']} aria-label={messages.menu.count(n)} role="img">
      {n > 999 ? '999+' : n}
    </span>
  );
}

function linkClass({ isActive }: { isActive: boolean }): string {
  return [styles['link'], isActive && styles['active']].filter(Boolean).join(' ');
}
