import type { ReactElement } from 'react';
import { Link } from 'react-router';
import { messages } from '../messages/messages.js';
import styles from './case-title.module.css';

/** A case's title as the way into it, at most two lines long. */
export function CaseTitle({
  caseId,
  title,
  urgent,
  historic,
}: {
  caseId: string;
  title: string;
  urgent?: boolean;
  historic?: boolean;
}): ReactElement {
  return (
    <Link to={`/cases/${caseId}`} className={styles['title']} title={title}>
      {urgent && <span className={styles['urgent']}>{messages.list.urgent}</span>}
      {historic && <span className={styles['historic']}>{messages.historic.tag}</span>}
      {title}
    </Link>
  );
}
