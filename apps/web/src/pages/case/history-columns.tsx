import type { HistoryEntry } from '../../api/model.js';
import type { Column } from '../../components/record-table.js';
import { longTime, shortTime } from '../../format/time.js';
import { messages } from '../../messages/messages.js';
import { actorText } from './actor-text.js';
import { detailText } from './detail-text.js';
import styles from './history.module.css';

const words = messages.history;

/** The columns of the trail. */
export const historyColumns: readonly Column<HistoryEntry>[] = [
  { key: 'at', title: words.at, width: 140, cell: (entry) => <time className="number">{longTime(entry.at)}</time> },
  { key: 'what', title: words.what, width: 160, cell: messages.said.event },
  { key: 'step', title: words.step, width: 130, cell: (entry) => entry.step },
  { key: 'who', title: words.who, width: 200, cell: actorText },
  {
    key: 'opinion',
    title: words.opinion,
    cell: (entry) => (
      <span className={styles['opinion']}>
        {entry.opinion}
        <span className={styles['detail']}>{detailText(entry)}</span>
      </span>
    ),
  },
  { key: 'duration', title: words.duration, width: 110, cell: (entry) => <Duration entry={entry} /> },
  {
    key: 'version',
    title: words.version,
    width: 84,
    cell: (entry) => entry.definitionVersion !== null && messages.casePage.version(entry.definitionVersion),
  },
];

function Duration({ entry }: { entry: HistoryEntry }) {
  if (!entry.durationText) return null;
  const received = entry.receivedAt ? words.received(shortTime(entry.receivedAt)) : undefined;
  return <span title={received}>{messages.said.took(entry.durationText)}</span>;
}
