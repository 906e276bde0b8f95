import type { ReactElement } from 'react';
import { attachmentAddress, useAttachments } from '../../api/attachments.js';
import { useCaseHistory } from '../../api/cases.js';
import type { Attachment, Case, HistoryEntry } from '../../api/model.js';
import { Failure } from '../../components/failure.js';
import { Loading } from '../../components/loading.js';
import { shortTime } from '../../format/time.js';
import { messages } from '../../messages/messages.js';
import { actorText } from './actor-text.js';
import { detailText } from './detail-text.js';
import { filesOf } from './opinion-files.js';
import styles from './opinion-timeline.module.css';

const words = messages.casePage;
const { history } = messages;

/** Who has said what so far, oldest first, and who is waited for now. */
export function OpinionTimeline({ case: it }: { case: Case }): ReactElement {
  const trail = useCaseHistory(it.id);
  const files = useAttachments(it.id).data ?? [];
  return (
    <aside className={`sheet ${styles['opinions']}`}>
      <h2 className={styles['heading']}>{words.opinions}</h2>
      {trail.isPending && <Loading lines={4} />}
      {trail.isError && <Failure error={trail.error} onRetry={() => void trail.refetch()} />}
      {trail.data && (
        <ol>
          {trail.data
            .filter((entry) => entry.opinion)
            .map((entry) => (
              <Opinion key={entry.seq} entry={entry} files={filesOf(entry, files)} />
            ))}
          {it.tasks.map((task) => (
            <li key={task.id} className={styles['waiting']}>
              <p className={styles['act']}>{words.waiting(task.name)}</p>
              <p className={styles['who']}>{[task.unit, task.assignee].filter(Boolean).join(' ')}</p>
            </li>
          ))}
        </ol>
      )}
      {trail.data?.every((entry) => !entry.opinion) && it.tasks.length === 0 && <p>{words.noOpinions}</p>}
    </aside>
  );
}

function Opinion({ entry, files }: { entry: HistoryEntry; files: readonly Attachment[] }): ReactElement {
  return (
    <li className={styles['opinion']}>
      <p className={styles['act']}>
        <strong>{messages.said.event(entry)}</strong>
        {entry.step && <span>{entry.step}</span>}
      </p>
      <p className={styles['words']}>{entry.opinion}</p>
      {entry.detail['returned'] !== undefined && <p className={styles['words']}>{detailText(entry)}</p>}
      {files.length > 0 && (
        <p className={styles['files']}>
          {files.map(({ id, name }) => (
            <a key={id} href={attachmentAddress(id)} target="_blank" rel="noreferrer">
              {name}
            </a>
          ))}
        </p>
      )}
      <p className={styles['who']}>{actorText(entry)}</p>
      <p className={styles['times']}>
        {entry.finishedAt && entry.receivedAt && (
          <span className="number">{history.received(shortTime(entry.receivedAt))}</span>
        )}
        <time dateTime={entry.at} className="number">
          {entry.finishedAt ? history.finished(shortTime(entry.finishedAt)) : shortTime(entry.at)}
        </time>
        {entry.durationText && <span>{history.took(messages.said.took(entry.durationText))}</span>}
      </p>
    </li>
  );
}
