import { Button } from 'antd';
import type { ReactElement } from 'react';
import type { Case, CaseTask, Outcome } from '../../api/model.js';
import { ClaimButton } from '../../components/claim-button.js';
import { Due } from '../../components/due.js';
import { usePhone } from '../../hooks/use-media.js';
import { keyOf } from '../../keys/keys.js';
import { messages } from '../../messages/messages.js';
import { ActButtons } from './case-act-buttons.js';
import { PhoneActs } from './phone-acts.js';
import { taskActs } from './task-acts.js';
import { useReleaseAct } from './use-release-act.js';
import styles from './current-step.module.css';

const words = messages.casePage;

/** A step whose diagram names no outcomes has this one, which is sent without an outcome id. */
const plainOutcome: Outcome = { id: '', name: messages.act.complete, opinion: 'required' };

/** Keys of the outcomes, in the order of the diagram. */
const outcomeKeys = (['first', 'second', 'third'] as const).map((id) => keyOf('case', id));

/** One open task: where it lies, until when, and the buttons that its step offers. */
export function CurrentStep(props: {
  task: CaseTask;
  case: Case;
  onOutcome: (outcome: Outcome) => void;
}): ReactElement {
  const { task, case: it, onOutcome } = props;
  const outcomes = task.outcomes.length > 0 ? task.outcomes : [plainOutcome];
  const phone = usePhone();
  const idle = !task.canClaim && !task.canRelease && !task.canComplete;
  return (
    <div className={styles['step']}>
      <div className={styles['where']}>
        <p className={styles['name']}>{task.name}</p>
        {(idle || !phone) && (
          <p className={styles['unit']}>
            {[task.unit, task.assignee ? words.heldBy(task.assignee) : words.unassigned].filter(Boolean).join(' · ')}
          </p>
        )}
        {phone && <Due term={task} />}
      </div>
      {!phone && <Due term={task} />}
      {idle && <span className={styles['idle']}>{words.notYours}</span>}
      {phone ? (
        <PhoneActs case={it} task={task} outcomes={outcomes} onOutcome={onOutcome} />
      ) : (
        <div className={styles['acts']}>
          <ActButtons caseId={it.id} taskId={task.id} kinds={taskActs(it, task)} />
          {task.canRelease && <ReleaseButton taskId={task.id} />}
          {task.canClaim && <ClaimButton taskId={task.id} code={it.code} />}
          {task.canComplete &&
            [...outcomes].reverse().map((outcome) => (
              <Button
                key={outcome.id}
                {...outcomeKeys[outcomes.indexOf(outcome)]}
                type={outcome === outcomes[0] && !task.canClaim ? 'primary' : 'default'}
                onClick={() => onOutcome(outcome)}
              >
                {outcome.name}
              </Button>
            ))}
        </div>
      )}
    </div>
  );
}

function ReleaseButton({ taskId }: { taskId: string }): ReactElement {
  const { release, isPending } = useReleaseAct(taskId);
  return (
    <Button {...keyOf('case', 'release')} loading={isPending} onClick={release}>
      {messages.act.release}
    </Button>
  );
}
