import type { ReactElement } from 'react';
import type { HistoryEntry } from '../../api/model.js';
import { longTime } from '../../format/time.js';
import { messages } from '../../messages/messages.js';
import { actorText } from './actor-text.js';
import { detailText } from './detail-text.js';
import styles from './history.module.css';

/** One entry of the trail on a phone. */
export function HistoryCard({ entry }: { entry: HistoryEntry }): ReactElement {
  return (
    <article className={styles['card']}>
      <p className={styles['head']}>
        <strong>{messages.said.event(entry)}</strong>
        <time className="number">{longTime(entry.at)}</time>
      </p>
      <p className={styles['detail']}>{[entry.step, actorText(entry)].filter(Boolean).join(' · ')}</p>
      {entry.opinion && <p>{entry.opinion}</p>}
      <p className={styles['detail']}>{detailText(entry)}</p>
      {entry.durationText && (
        <p className={styles['detail']}>{`${messages.history.duration} ${messages.said.took(entry.durationText)}`}</p>
      )}
    </article>
  );
}
