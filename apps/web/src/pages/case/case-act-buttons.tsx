import { Button } from 'antd';
import { useState, type ReactElement } from 'react';
import type { CaseActKind } from '../../api/case-acts.js';
import type { Case, CaseTask } from '../../api/model.js';
import { useMay } from '../../api/session.js';
import { messages } from '../../messages/messages.js';
import { CaseActDialog } from './case-act-dialog.js';

/** What may be done to the clock of a task that one holds, and pressing for an answer where another does. */
export function CaseActButtons({ case: it, task }: { case: Case; task: CaseTask }): ReactElement {
  const may = useMay();
  const [kind, setKind] = useState<CaseActKind>();
  return (
    <>
      {[...kindsFor(task, may), ...withdrawal(it)].map((each) => (
        <Button key={each} onClick={() => setKind(each)}>
          {messages.caseAct.name[each]}
        </Button>
      ))}
      {kind && <CaseActDialog caseId={it.id} taskId={task.id} kind={kind} onClose={() => setKind(undefined)} />}
    </>
  );
}

/** Offered once, at the step that comes first. */
function withdrawal({ canWithdraw, tasks }: Case): readonly CaseActKind[] {
  return canWithdraw && tasks.length === 1 ? ['withdraw'] : [];
}

function kindsFor(task: CaseTask, may: (permission: string) => boolean): readonly CaseActKind[] {
  const holds = task.canRelease;
  if (!holds) return may('case.register') || may('supervision.read') ? ['urge'] : [];
  if (task.light === 'paused') return ['resume'];
  return task.dueAt === null ? [] : ['suspend', 'extend'];
}
