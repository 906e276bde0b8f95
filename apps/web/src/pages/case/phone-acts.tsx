import { Button } from 'antd';
import { useState, type ReactElement } from 'react';
import type { CaseActKind } from '../../api/case-acts.js';
import type { Case, CaseTask, Outcome } from '../../api/model.js';
import { ClaimButton } from '../../components/claim-button.js';
import { messages } from '../../messages/messages.js';
import { ActSheet } from './act-sheet.js';
import { CaseActDialog } from './case-act-dialog.js';
import { taskActs } from './task-acts.js';
import { useReleaseAct } from './use-release-act.js';
import styles from './current-step.module.css';

interface Props {
  readonly case: Case;
  readonly task: CaseTask;
  readonly outcomes: readonly Outcome[];
  readonly onOutcome: (outcome: Outcome) => void;
}

/** The acts of a step under a thumb: what is done most as a button, all others in a sheet. */
export function PhoneActs({ case: it, task, outcomes, onOutcome }: Props): ReactElement {
  const [opened, setOpened] = useState(false);
  const [kind, setKind] = useState<CaseActKind>();
  const { release } = useReleaseAct(task.id);
  const offered = task.canComplete ? outcomes : [];
  const [first, ...others] = offered;
  const main = task.canClaim ? undefined : first;
  const more = [
    ...(main ? others : offered).map((outcome) => ({ name: outcome.name, act: () => onOutcome(outcome) })),
    ...taskActs(it, task).map((each) => ({ name: messages.caseAct.name[each], act: () => setKind(each) })),
    ...(task.canRelease ? [{ name: messages.act.release, act: release }] : []),
  ];
  return (
    <div className={styles['acts']}>
      {task.canClaim && <ClaimButton taskId={task.id} code={it.code} />}
      {main && (
        <Button type="primary" onClick={() => onOutcome(main)}>
          {main.name}
        </Button>
      )}
      {more.length > 0 && (
        <Button aria-label={messages.caseAct.more} aria-haspopup="menu" onClick={() => setOpened(true)}>
          {messages.caseAct.moreShort}
        </Button>
      )}
      {opened && <ActSheet title={task.name} acts={more} onClose={() => setOpened(false)} />}
      {kind && <CaseActDialog caseId={it.id} taskId={task.id} kind={kind} onClose={() => setKind(undefined)} />}
    </div>
  );
}
