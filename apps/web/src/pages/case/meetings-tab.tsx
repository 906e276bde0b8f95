import type { ReactElement } from 'react';
import { Link } from 'react-router';
import { useCaseTopics } from '../../api/case-pages.js';
import type { CaseTopic } from '../../api/model.js';
import { Empty } from '../../components/empty.js';
import { Failure } from '../../components/failure.js';
import { Loading } from '../../components/loading.js';
import { longTime } from '../../format/time.js';
import { messages } from '../../messages/messages.js';
import { pageWords } from '../../messages/page-words.js';
import styles from './terms-tab.module.css';

const words = pageWords.caseMeeting;

/** What joint meetings had to decide on the case, and did. */
export function MeetingsTab({ caseId }: { caseId: string }): ReactElement {
  const topics = useCaseTopics(caseId);
  if (topics.isPending) return <Loading />;
  if (!topics.data) return <Failure error={topics.error} onRetry={() => void topics.refetch()} />;
  if (topics.data.length === 0) return <Empty text={words.empty} />;
  return (
    <ol className={styles['terms']}>
      {topics.data.map((topic) => (
        <Topic key={`${topic.id} ${topic.state} ${topic.meeting?.id ?? ''}`} topic={topic} />
      ))}
    </ol>
  );
}

function Topic({ topic }: { topic: CaseTopic }): ReactElement {
  const { meeting, decision } = topic;
  return (
    <li className={`sheet ${styles['term']}`}>
      <header className={styles['head']}>
        <h2 className={styles['name']}>
          {meeting ? <Link to={`/joint-meetings/${meeting.id}`}>{meeting.title}</Link> : words.waiting}
        </h2>
        <span className={styles['state']}>
          {decision ? messages.meeting.outcomes[decision.outcome] : words.state[topic.state]}
        </span>
        {meeting && <span className={styles['why']}>{`${longTime(meeting.at)} · ${meeting.place}`}</span>}
      </header>
      <dl className={styles['facts']}>
        {factsOf(topic)
          .filter(([, value]) => value)
          .map(([fact, value]) => (
            <div key={fact}>
              <dt>{fact}</dt>
              <dd>{value}</dd>
            </div>
          ))}
      </dl>
    </li>
  );
}

function factsOf({ decision, closedAt, closedBy, ...topic }: CaseTopic) {
  return [
    [words.decision, decision?.opinion],
    [words.lead, decision?.lead],
    [words.helpers, decision?.helpers.join(messages.marks.list)],
    [words.by, decision?.by],
    [words.decidedAt, topic.decidedAt && longTime(topic.decidedAt)],
    [words.postponed, topic.postponed],
    [words.reason, topic.reasonName],
    [words.units, topic.units.join(messages.marks.list)],
    [words.closed, closedAt && words.closedBy(closedBy ?? '', longTime(closedAt))],
  ] as const;
}
