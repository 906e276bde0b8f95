import type { ReactElement } from 'react';
import { Link } from 'react-router';
import { useInbox } from '../../api/tasks.js';
import { keyOf } from '../../keys/keys.js';
import { messages } from '../../messages/messages.js';
import styles from './next-task-link.module.css';

/** After the last act on a case: straight to what is due next, without the way over the inbox. */
export function NextTaskLink({ caseId }: { caseId: string }): ReactElement | null {
  const inbox = useInbox({ box: 'todo', sort: 'due', q: '' });
  const next = inbox.data?.pages[0]?.items.find((task) => task.caseId !== caseId);
  if (!next) return null;
  return (
    <p className={styles['next']}>
      {messages.casePage.nextTask}
      <Link to={`/cases/${next.caseId}`} {...keyOf('case', 'next')}>
        {next.title}
      </Link>
    </p>
  );
}
