import { useState, type ReactElement } from 'react';
import type { Case, CaseTask, Outcome } from '../../api/model.js';
import { useMay } from '../../api/session.js';
import { usePhone } from '../../hooks/use-media.js';
import { messages } from '../../messages/messages.js';
import { CurrentStep } from './current-step.js';
import { NextTaskLink } from './next-task-link.js';
import { OutcomeDialog } from './outcome-dialog.js';
import styles from './current-steps.module.css';

const words = messages.casePage;

/** The open tasks of a case with what this user may do; stays in sight while a long letter is read. */
export function CurrentSteps({ case: it }: { case: Case }): ReactElement {
  const may = useMay();
  const phone = usePhone();
  // Not with its step: what is being written stays when a colleague is faster, and the answer says who was.
  const [asked, setAsked] = useState<{ readonly task: CaseTask; readonly outcome: Outcome }>();
  const over = !it.tasks.some((task) => task.canClaim || task.canRelease || task.canComplete);
  // On a telephone two of them would hide half of the letter.
  const sticky = it.tasks.length > 0 && it.tasks.length <= (phone ? 1 : 2);
  return (
    <section className={`sheet ${styles['steps']} ${sticky ? styles['sticky'] : ''}`} aria-label={words.current}>
      {it.tasks.length === 0 && <p className={styles['none']}>{words.noTasks}</p>}
      {it.tasks.map((task) => (
        <CurrentStep key={task.id} task={task} case={it} onOutcome={(outcome) => setAsked({ task, outcome })} />
      ))}
      {asked && <OutcomeDialog case={it} {...asked} onClose={() => setAsked(undefined)} />}
      {over && may('task.handle') && <NextTaskLink caseId={it.id} />}
    </section>
  );
}
