import type { ReactElement } from 'react';
import { useCalendarChanges } from '../../api/calendars.js';
import { dayText, longTime } from '../../format/time.js';
import { messages } from '../../messages/messages.js';
import { pageWords } from '../../messages/page-words.js';
import styles from './calendar-page.module.css';

const words = pageWords.calendar;

/** What was decided before, with how far the running terms follow it. */
export function ChangeList(): ReactElement | null {
  const changes = useCalendarChanges().data ?? [];
  if (changes.length === 0) return null;
  return (
    <section className={`sheet ${styles['form']}`} aria-label={words.changes}>
      <h2 className={styles['month']}>{words.changes}</h2>
      <ul className={styles['changes']}>
        {changes.map(({ id, at, by, note, days, total, done, refused, finishedAt }) => (
          <li key={id}>
            <span className={styles['when']}>{longTime(at)}</span>
            <span>{by}</span>
            <span className={styles['what']}>
              {days.length > 0
                ? messages.marks.aside(
                    note,
                    days.map(({ date, working }) => words.decision(dayText(date), working)).join(messages.marks.list),
                  )
                : note}
            </span>
            <span role="status">{words.progress({ total, done, refused, finished: finishedAt !== null })}</span>
          </li>
        ))}
      </ul>
    </section>
  );
}
