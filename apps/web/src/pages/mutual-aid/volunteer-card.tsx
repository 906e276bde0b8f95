import { Alert, App, Button } from 'antd';
import { useState, type ReactElement } from 'react';
import type { VolunteerTask } from '../../api/model.js';
import { useContact, useTakeMatter, type VolunteerBox } from '../../api/mutual-aid.js';
import { problemText } from '../../format/problem-text.js';
import { shortTime } from '../../format/time.js';
import { messages } from '../../messages/messages.js';
import styles from './mutual-aid.module.css';
import { ReportDialog } from './report-dialog.js';

const words = messages.mutualAid;

interface Props {
  readonly box: VolunteerBox;
  readonly task: VolunteerTask;
  readonly onTaken: () => void;
}

/** One matter, with what the volunteer may do about it. */
export function VolunteerCard({ box, task, onTaken }: Props): ReactElement {
  return (
    <article className={`sheet ${styles['card']}`}>
      <p className={styles['note']}>{task.note}</p>
      <p className={styles['facts']}>
        {factsOf(box, task).map((fact) => (
          <span key={fact}>{fact}</span>
        ))}
      </p>
      {task.report && <p>{task.report}</p>}
      {box === 'offered' && <TakeButton task={task} onTaken={onTaken} />}
      {box === 'mine' && <Handling task={task} />}
    </article>
  );
}

function factsOf(
  box: VolunteerBox,
  { code, skill, station, dueAt, remaining, ended, solved }: VolunteerTask,
): string[] {
  const due = box !== 'done' && dueAt !== null && `${words.due[box]} ${shortTime(dueAt)}`;
  const found = solved === null ? null : solved ? words.solved : words.unsolved;
  return [
    code,
    station,
    skill && words.skillAsked(skill),
    due,
    remaining,
    ended && (ended.as ?? words.state[ended.state]),
    found,
  ].filter((fact) => typeof fact === 'string' && fact !== '') as string[];
}

function TakeButton({ task, onTaken }: Pick<Props, 'task' | 'onTaken'>): ReactElement {
  const { message } = App.useApp();
  const take = useTakeMatter();
  const onClick = () =>
    take.mutate(task.id, {
      onSuccess: () => {
        void message.success(words.taken);
        onTaken();
      },
      onError: (error) => void message.error(problemText(error)),
    });
  return (
    <div className={styles['acts']}>
      <Button type="primary" loading={take.isPending} aria-label={words.takeOf(task.note)} onClick={onClick}>
        {words.take}
      </Button>
    </div>
  );
}

function Handling({ task }: { task: VolunteerTask }): ReactElement {
  const contact = useContact();
  const [reports, setReports] = useState(false);
  return (
    <>
      {contact.data && (
        <dl className={styles['contact']}>
          <div>
            <dt>{words.name}</dt>
            <dd>{contact.data.name ?? words.unknown}</dd>
          </div>
          <div>
            <dt>{words.phone}</dt>
            <dd>
              {contact.data.phone === null ? (
                words.unknown
              ) : (
                <a href={`tel:${contact.data.phone}`}>{contact.data.phone}</a>
              )}
            </dd>
          </div>
          <div>
            <dt>{words.address}</dt>
            <dd>{contact.data.address ?? words.unknown}</dd>
          </div>
        </dl>
      )}
      {contact.isError && <Alert type="error" showIcon role="alert" title={problemText(contact.error)} />}
      <div className={styles['acts']}>
        <Button type="primary" onClick={() => setReports(true)}>
          {words.report}
        </Button>
        {!contact.data && (
          <Button loading={contact.isPending} title={words.contactHint} onClick={() => contact.mutate(task.id)}>
            {words.contact}
          </Button>
        )}
      </div>
      {reports && <ReportDialog task={task} onClose={() => setReports(false)} />}
    </>
  );
}
