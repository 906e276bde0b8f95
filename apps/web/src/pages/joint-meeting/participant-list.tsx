import { Button, Checkbox } from 'antd';
import { useState, type ReactElement } from 'react';
import { useSessionAct } from '../../api/joint-meetings.js';
import type { Meeting, MeetingParticipant } from '../../api/model.js';
import { longTime } from '../../format/time.js';
import { problemText } from '../../format/problem-text.js';
import { messages } from '../../messages/messages.js';
import { ConfirmDialog, SignDialog } from './participant-dialogs.js';
import styles from './meeting-page.module.css';

const words = messages.session;

/** The units of a meeting: who comes for them, whether they came, and what they say of the minutes. */
export function ParticipantList({ meeting }: { meeting: Meeting }): ReactElement | null {
  const act = useSessionAct(meeting.id);
  const [confirming, setConfirming] = useState<MeetingParticipant>();
  const [signing, setSigning] = useState<MeetingParticipant>();
  const { participants, quorum, stage, signBy, signingOver, issuedAt, canDecide } = meeting;
  if (participants.length === 0) return null;
  const present = participants.flatMap((each) => (each.present === true ? [each.unitId] : []));
  const mark = (unitId: string, came: boolean) =>
    act.mutate({
      kind: 'attendance',
      present: came ? [...present, unitId] : present.filter((each) => each !== unitId),
    });
  const takes = canDecide && (stage === 'called' || stage === 'sitting');
  return (
    <section aria-label={words.title}>
      <h2 className={styles['heading']}>{words.title}</h2>
      <p className={styles['standing']} role="status">
        {[
          words.stages[stage],
          stage !== 'called' && words.quorum(quorum),
          signBy !== null && issuedAt === null && (signingOver ? words.signingOver : words.signBy(longTime(signBy))),
          issuedAt !== null && words.issuedAt(longTime(issuedAt)),
        ]
          .filter(Boolean)
          .join(' · ')}
      </p>
      <ul className={`sheet ${styles['agenda']}`}>
        {participants.map((each) => (
          <li key={each.unitId} className={styles['topic']}>
            <div className={`${styles['about']} ${styles['party']}`}>
              <p className={styles['title']}>
                <strong>{each.unit}</strong>
                <span className={styles['facts']}>{factsOf(each)}</span>
              </p>
              {each.opinion !== null && <p>{words.said(each.opinion)}</p>}
            </div>
            {takes && (
              <Checkbox
                checked={each.present === true}
                disabled={act.isPending}
                aria-label={words.cameOf(each.unit)}
                onChange={({ target }) => mark(each.unitId, target.checked)}
              >
                {words.came}
              </Checkbox>
            )}
            {each.canConfirm && <Button onClick={() => setConfirming(each)}>{words.confirm}</Button>}
            {each.canSign && (
              <Button type="primary" onClick={() => setSigning(each)}>
                {words.sign}
              </Button>
            )}
          </li>
        ))}
      </ul>
      {act.error && <p role="alert">{problemText(act.error)}</p>}
      {canDecide && <StageButton meeting={meeting} act={act} />}
      {confirming && (
        <ConfirmDialog meeting={meeting.id} participant={confirming} onClose={() => setConfirming(undefined)} />
      )}
      {signing && <SignDialog meeting={meeting.id} participant={signing} onClose={() => setSigning(undefined)} />}
    </section>
  );
}

/** What the secretary does next. */
function StageButton(props: { meeting: Meeting; act: ReturnType<typeof useSessionAct> }): ReactElement | null {
  const { meeting, act } = props;
  if (meeting.stage === 'issued') return null;
  if (meeting.stage === 'signing') {
    const silent = meeting.participants.filter(({ stance }) => stance === null).length;
    return (
      <p className={styles['next']}>
        <Button
          type="primary"
          disabled={silent > 0}
          loading={act.isPending}
          onClick={() => act.mutate({ kind: 'issue' })}
        >
          {words.issue}
        </Button>
        {silent > 0 && <span className={styles['facts']}>{words.silent(silent)}</span>}
      </p>
    );
  }
  if (meeting.agenda.some(({ state }) => state === 'scheduled')) return null;
  return (
    <Button type="primary" loading={act.isPending} onClick={() => act.mutate({ kind: 'circulate', days: 3 })}>
      {words.circulate}
    </Button>
  );
}

function factsOf({ delegate, present, stance, signedBy }: MeetingParticipant): string {
  return [
    delegate === null ? words.noDelegate : words.delegate(delegate),
    present !== null && (present ? words.came : words.absent),
    stance !== null && words.stances[stance],
    signedBy !== null && words.signedBy(signedBy),
  ]
    .filter(Boolean)
    .join(' · ');
}
