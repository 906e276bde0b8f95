import type { ReactElement } from 'react';
import type { Case, CaseTask, Outcome } from '../../api/model.js';
import { AgreementDialog } from './agreement-dialog.js';
import { CaseActDialog } from './case-act-dialog.js';
import { OpinionDialog } from './opinion-dialog.js';
import { useOpenNext } from './use-open-next.js';

interface Props {
  readonly case: Case;
  readonly task: CaseTask;
  readonly outcome: Outcome;
  readonly onClose: () => void;
}

/** Asks for what an outcome of a step needs: a return and an agreement have forms of their own. */
export function OutcomeDialog({ case: it, task, outcome, onClose }: Props): ReactElement {
  const openNext = useOpenNext(it.id);
  if (outcome.act === 'return')
    return <CaseActDialog caseId={it.id} taskId={task.id} kind="return" onClose={onClose} />;
  if (outcome.act === 'agreement') return <AgreementDialog case={it} task={task} onClose={onClose} />;
  return <OpinionDialog task={task} outcome={outcome} needs={it.closingNeeds} onClose={onClose} onDone={openNext} />;
}
