import { App, Button } from 'antd';
import { useState, type ReactElement } from 'react';
import type { Case, CaseTask, Outcome } from '../../api/model.js';
import { useRelease } from '../../api/tasks.js';
import { ClaimButton } from '../../components/claim-button.js';
import { Due } from '../../components/due.js';
import { problemText } from '../../format/problem-text.js';
import { keyOf } from '../../keys/keys.js';
import { messages } from '../../messages/messages.js';
import { useOpenNext } from './use-open-next.js';
import { AgreementDialog } from './agreement-dialog.js';
import { TaskActButtons } from './case-act-buttons.js';
import { CaseActDialog } from './case-act-dialog.js';
import { OpinionDialog } from './opinion-dialog.js';
import styles from './current-step.module.css';

const words = messages.casePage;

/** A step whose diagram names no outcomes has this one, which is sent without an outcome id. */
const plainOutcome: Outcome = { id: '', name: messages.act.complete, opinion: 'required' };

/** Keys of the outcomes, in the order of the diagram. */
const outcomeKeys = (['first', 'second', 'third'] as const).map((id) => keyOf('case', id));

/** One open task: where it lies, until when, and the buttons that its step offers. */
export function CurrentStep({ task, case: it }: { task: CaseTask; case: Case }): ReactElement {
  const [chosen, setChosen] = useState<Outcome>();
  const outcomes = task.outcomes.length > 0 ? task.outcomes : [plainOutcome];
  const openNext = useOpenNext(it.id);
  const idle = !task.canClaim && !task.canRelease && !task.canComplete;
  return (
    <div className={styles['step']}>
      <div className={styles['where']}>
        <p className={styles['name']}>{task.name}</p>
        <p className={styles['unit']}>
          {[task.unit, task.assignee ? words.heldBy(task.assignee) : words.unassigned].filter(Boolean).join(' · ')}
        </p>
      </div>
      <Due term={task} />
      <div className={styles['acts']}>
        {idle && <span className={styles['idle']}>{words.notYours}</span>}
        <TaskActButtons case={it} task={task} />
        {task.canRelease && <ReleaseButton taskId={task.id} />}
        {task.canClaim && <ClaimButton taskId={task.id} code={it.code} />}
        {task.canComplete &&
          [...outcomes].reverse().map((outcome) => (
            <Button
              key={outcome.id}
              {...outcomeKeys[outcomes.indexOf(outcome)]}
              type={outcome === outcomes[0] && !task.canClaim ? 'primary' : 'default'}
              onClick={() => setChosen(outcome)}
            >
              {outcome.name}
            </Button>
          ))}
      </div>
      {chosen?.act === 'return' && (
        <CaseActDialog caseId={it.id} taskId={task.id} kind="return" onClose={() => setChosen(undefined)} />
      )}
      {chosen?.act === 'agreement' && <AgreementDialog case={it} task={task} onClose={() => setChosen(undefined)} />}
      {chosen && chosen.act === undefined && (
        <OpinionDialog
          task={task}
          outcome={chosen}
          needs={it.closingNeeds}
          onClose={() => setChosen(undefined)}
          onDone={openNext}
        />
      )}
    </div>
  );
}

function ReleaseButton({ taskId }: { taskId: string }): ReactElement {
  const { message } = App.useApp();
  const release = useRelease();
  return (
    <Button
      {...keyOf('case', 'release')}
      loading={release.isPending}
      onClick={() =>
        release.mutate(taskId, {
          onSuccess: () => void message.success(messages.claim.released),
          onError: (error) => void message.warning(problemText(error)),
        })
      }
    >
      {messages.act.release}
    </Button>
  );
}
