import type { ReactElement } from 'react';
import { useCaseHistory } from '../../api/cases.js';
import type { Case, HistoryEntry } from '../../api/model.js';
import { Failure } from '../../components/failure.js';
import { Loading } from '../../components/loading.js';
import { shortTime } from '../../format/time.js';
import { messages } from '../../messages/messages.js';
import { actorText } from './actor-text.js';
import { detailText } from './detail-text.js';
import styles from './opinion-timeline.module.css';

const words = messages.casePage;

/** Who has said what so far, oldest first, and who is waited for now. */
export function OpinionTimeline({ case: it }: { case: Case }): ReactElement {
  const history = useCaseHistory(it.id);
  return (
    <aside className={`sheet ${styles['opinions']}`}>
      <h2 className={styles['heading']}>{words.opinions}</h2>
      {history.isPending && <Loading lines={4} />}
      {history.isError && <Failure error={history.error} onRetry={() => void history.refetch()} />}
      {history.data && (
        <ol>
          {history.data
            .filter((entry) => entry.opinion)
            .map((entry) => (
              <Opinion key={entry.seq} entry={entry} />
            ))}
          {it.tasks.map((task) => (
            <li key={task.id} className={styles['waiting']}>
              <p className={styles['act']}>{words.waiting(task.name)}</p>
              <p className={styles['who']}>{[task.unit, task.assignee].filter(Boolean).join(' ')}</p>
            </li>
          ))}
        </ol>
      )}
      {history.data?.every((entry) => !entry.opinion) && it.tasks.length === 0 && <p>{words.noOpinions}</p>}
    </aside>
  );
}

function Opinion({ entry }: { entry: HistoryEntry }): ReactElement {
  return (
    <li className={styles['opinion']}>
      <p className={styles['act']}>
        <strong>{entry.title}</strong>
        {entry.step && <span>{entry.step}</span>}
      </p>
      <p className={styles['words']}>{entry.opinion}</p>
      {entry.detail['returned'] !== undefined && <p className={styles['words']}>{detailText(entry)}</p>}
      <p className={styles['who']}>
        {actorText(entry)}
        <time dateTime={entry.at} className="number">
          {shortTime(entry.at)}
        </time>
      </p>
    </li>
  );
}
