import type { ReactElement } from 'react';
import type { PledgeLine } from '../../api/model.js';
import { longTime } from '../../format/time.js';
import { messages } from '../../messages/messages.js';
import { changesOf } from './line-changes.js';
import styles from './pledge.module.css';

const words = messages.pledge;

/** What was done, who did it and when, the latest first. */
export function CourseHistory({ lines }: { lines: readonly PledgeLine[] }): ReactElement {
  return (
    <>
      <h2 className={styles['heading']}>{words.history}</h2>
      <ol className={`sheet ${styles['lines']}`} aria-label={words.history}>
        {[...lines].reverse().map((line, index) => (
          <li key={lines.length - index} className={styles['line']}>
            <p className={styles['head']}>
              <strong>{words.kinds[line.kind] ?? line.kind}</strong>
              <span className={styles['grey']}>
                {[line.by ?? words.system, line.unit, longTime(line.at)].filter(Boolean).join(' · ')}
              </span>
            </p>
            {line.opinion !== null && <p>{line.opinion}</p>}
            {typeof line.detail['people'] === 'string' && (
              <p className={styles['grey']}>{words.attended(line.detail['people'])}</p>
            )}
            {typeof line.detail['file'] === 'string' && (
              <p className={styles['grey']}>{words.file(line.detail['file'])}</p>
            )}
            {changesOf(line.detail).map(({ field, before, after }) => (
              <p key={field} className={styles['grey']}>
                {words.changed(field, before, after)}
              </p>
            ))}
          </li>
        ))}
      </ol>
    </>
  );
}
