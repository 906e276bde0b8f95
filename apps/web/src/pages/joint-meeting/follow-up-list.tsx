import { Button } from 'antd';
import { useState, type ReactElement } from 'react';
import { Link } from 'react-router';
import { useFollowUp, useFollowUpAct } from '../../api/follow-up.js';
import type { FollowUpItem, FollowUpTask } from '../../api/model.js';
import { Due } from '../../components/due.js';
import { shortTime } from '../../format/time.js';
import { problemText } from '../../format/problem-text.js';
import { messages } from '../../messages/messages.js';
import { ClosingDialog } from './closing-dialog.js';
import styles from './meeting-page.module.css';

const words = messages.followUp;

/** What became of the decisions of a meeting: whose task each part is, until when, and what is closed. */
export function FollowUpList({ meeting }: { meeting: string }): ReactElement | null {
  const board = useFollowUp(meeting);
  const act = useFollowUpAct(meeting);
  const [closing, setClosing] = useState<FollowUpItem>();
  const items = board.data ?? [];
  if (items.length === 0) return null;
  const order = ({ topicId }: FollowUpItem, { unitId }: FollowUpTask) =>
    act.mutate({ kind: 'supervise', topic: topicId, unit: unitId ?? '', opinion: words.order });
  return (
    <section aria-label={words.title}>
      <h2 className={styles['heading']}>{words.title}</h2>
      <ul className={`sheet ${styles['agenda']}`}>
        {items.map((item) => (
          <li key={item.topicId} className={styles['topic']}>
            <div className={styles['about']}>
              <p className={styles['title']}>
                <Link to={`/cases/${item.caseId}`}>{item.title}</Link>
                <span className={styles['facts']}>{factsOf(item)}</span>
              </p>
              {item.tasks.length > 0 && (
                <ul className={styles['tasks']} aria-label={words.tasksOf(item.title)}>
                  {item.tasks.map((task) => (
                    <Task key={task.id} task={task} pending={act.isPending} onOrder={() => order(item, task)} />
                  ))}
                </ul>
              )}
              {item.closingNote !== null && <p className={styles['facts']}>{item.closingNote}</p>}
            </div>
            {item.canClose && (
              <Button type="primary" aria-label={words.closeOf(item.title)} onClick={() => setClosing(item)}>
                {words.close}
              </Button>
            )}
          </li>
        ))}
      </ul>
      {act.error && <p role="alert">{problemText(act.error)}</p>}
      {closing && <ClosingDialog meeting={meeting} item={closing} onClose={() => setClosing(undefined)} />}
    </section>
  );
}

function Task(props: { task: FollowUpTask; pending: boolean; onOrder: () => void }): ReactElement {
  const { task, pending, onOrder } = props;
  const { role, unit, name, assignee, state, supervised, canSupervise } = task;
  return (
    <li className={styles['task']}>
      <span className={styles['who']}>
        {[words.roles[role], unit ?? '', name, assignee].filter(Boolean).join(' · ')}
      </span>
      {state === 'open' ? <Due term={task} /> : <span className={styles['facts']}>{endOf(task)}</span>}
      {supervised !== 'no' && <span className={styles['facts']}>{words.supervised[supervised]}</span>}
      {canSupervise && (
        <Button size="small" danger disabled={pending} aria-label={words.superviseOf(unit ?? '')} onClick={onOrder}>
          {words.supervise}
        </Button>
      )}
    </li>
  );
}

function endOf({ state, finishedAt }: FollowUpTask): string {
  const text = state === 'open' ? '' : words.states[state];
  return finishedAt === null ? text : `${text} ${shortTime(finishedAt)}`;
}

function factsOf({ code, outcome, caseStateName, done, closedAt, closedBy }: FollowUpItem): string {
  const standing =
    closedAt === null ? (done ? words.done : words.open) : words.closed(closedBy ?? '', shortTime(closedAt));
  return [
    code,
    messages.meeting.outcomes[outcome],
    messages.meeting.caseNow(messages.said.state(caseStateName)),
    standing,
  ].join(' · ');
}
