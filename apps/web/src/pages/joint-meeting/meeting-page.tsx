import { Button } from 'antd';
import { useState, type ReactElement } from 'react';
import { Link, useParams } from 'react-router';
import { minutesAddress, useMeeting } from '../../api/joint-meetings.js';
import { useFollowUp } from '../../api/follow-up.js';
import { useMaterials } from '../../api/materials.js';
import type { AgendaTopic } from '../../api/model.js';
import { Failure } from '../../components/failure.js';
import { Loading } from '../../components/loading.js';
import { PageHeader } from '../../components/page-header.js';
import { longTime } from '../../format/time.js';
import { messages } from '../../messages/messages.js';
import { FollowUpList } from './follow-up-list.js';
import { AgendaDialog } from './agenda-dialog.js';
import { Materials } from './materials.js';
import { MinutesPreviewDialog } from './minutes-preview-dialog.js';
import { ParticipantList } from './participant-list.js';
import { DecisionDialog } from './decision-dialog.js';
import styles from './meeting-page.module.css';

const words = messages.meeting;

/** A meeting: its agenda, what was decided, and the minutes. */
export function MeetingPage(): ReactElement {
  const { id = '' } = useParams();
  const meeting = useMeeting(id);
  const materials = useMaterials(id);
  const followUp = useFollowUp(id);
  const [deciding, setDeciding] = useState<AgendaTopic>();
  const [arranging, setArranging] = useState(false);
  const [reading, setReading] = useState(false);
  // What stands above something else is waited for.
  if (meeting.isPending || materials.isPending || followUp.isPending) return <Loading />;
  if (meeting.isError) return <Failure error={meeting.error} onRetry={() => void meeting.refetch()} />;
  const it = meeting.data;
  return (
    <>
      <PageHeader title={it.title} facts={words.about(longTime(it.at), it.place, it.calledBy)}>
        {it.canDecide && (it.stage === 'called' || it.stage === 'sitting') && (
          <Button onClick={() => setArranging(true)}>{messages.agenda.arrange}</Button>
        )}
        <Button onClick={() => setReading(true)}>{words.preview}</Button>
        <Button href={minutesAddress(id, 'docx')} download>
          {words.minutes}
        </Button>
        <Button href={minutesAddress(id, 'pdf')} download>
          {words.minutesPdf}
        </Button>
      </PageHeader>
      <ol className={`sheet ${styles['agenda']}`}>
        {it.agenda.map((topic) => (
          <li key={topic.id} className={styles['topic']}>
            <div className={styles['about']}>
              <p className={styles['title']}>
                <Link to={`/cases/${topic.caseId}`}>{topic.title}</Link>
                <span className={styles['facts']}>
                  {[topic.code, topic.reasonName, topic.units.join(messages.marks.list), words.timeBox(topic.minutes)]
                    .filter(Boolean)
                    .join(' · ')}
                </span>
              </p>
              <Decided topic={topic} />
              {topic.state === 'decided' && (
                <p className={styles['facts']}>{words.caseNow(messages.said.state(topic.caseStateName))}</p>
              )}
              <Materials meeting={it} topic={topic} files={materials.data ?? []} />
            </div>
            {it.canDecide && topic.state === 'scheduled' && (
              <Button type="primary" onClick={() => setDeciding(topic)}>
                {words.decide}
              </Button>
            )}
          </li>
        ))}
      </ol>
      <FollowUpList meeting={id} />
      <ParticipantList meeting={it} />
      {arranging && <AgendaDialog meeting={it} onClose={() => setArranging(false)} />}
      {reading && <MinutesPreviewDialog meeting={id} onClose={() => setReading(false)} />}
      {deciding && <DecisionDialog meeting={id} topic={deciding} onClose={() => setDeciding(undefined)} />}
    </>
  );
}

function Decided({ topic: { state, decision, leftBecause } }: { topic: AgendaTopic }): ReactElement {
  if (state !== 'decided' || !decision) return <p className={styles['facts']}>{leftBecause ?? words.waiting}</p>;
  const { outcome, opinion, lead, helpers } = decision;
  return (
    <>
      <p className={styles['decision']}>
        <strong>{words.outcomes[outcome]}</strong>
        {opinion}
      </p>
      {lead !== null && (
        <p>
          {[words.leads(lead), helpers.length > 0 && words.helps(helpers.join(messages.marks.list))]
            .filter(Boolean)
            .join(messages.marks.phrase)}
        </p>
      )}
    </>
  );
}
