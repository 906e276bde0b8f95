import type { ReactElement } from 'react';
import { Link } from 'react-router';
import { useMeetings } from '../../api/joint-meetings.js';
import type { MeetingSummary } from '../../api/model.js';
import { shortTime } from '../../format/time.js';
import { messages } from '../../messages/messages.js';
import styles from './meeting-page.module.css';

const words = messages.meeting;

/** The latest meetings; nothing where there are none. */
export function MeetingList(): ReactElement | null {
  const meetings = useMeetings();
  if (!meetings.data || meetings.data.length === 0) return null;
  return (
    <section aria-labelledby="meetings">
      <h2 id="meetings" className={styles['heading']}>
        {words.latest}
      </h2>
      <ul className={`sheet ${styles['agenda']}`}>
        {meetings.data.map((it) => (
          <li key={it.id} className={styles['topic']}>
            <p className={styles['title']}>
              <Link to={`/joint-meetings/${it.id}`}>{it.title}</Link>
              <span className={styles['facts']}>{`${shortTime(it.at)} · ${it.place}`}</span>
            </p>
            <span className={styles['facts']}>
              {[words.progress(it.decided, it.topics), it.closed > 0 && words.closings(it.closed), stageOf(it)]
                .filter(Boolean)
                .join(' · ')}
            </span>
          </li>
        ))}
      </ul>
    </section>
  );
}

function stageOf({ stage, signBy }: MeetingSummary): string {
  const text = messages.session.stages[stage];
  return stage === 'signing' && signBy !== null
    ? `${text}${messages.marks.phrase}${messages.session.signBy(shortTime(signBy))}`
    : text;
}
