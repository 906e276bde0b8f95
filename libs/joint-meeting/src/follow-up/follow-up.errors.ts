import { DomainError } from '@lianban/platform';

/** The topic is not one that this meeting decided. */
export function decisionUnknown(topicId: string): DomainError {
  return new DomainError({
    code: 'decision-unknown',
    kind: 'not-found',
    message: `This meeting decided no topic "${topicId.slice(0, 64)}"; expected the id of one of its decided topics.`,
  });
}

/** Something of the decision is still to be done. */
export function decisionNotDone(units: readonly string[]): DomainError {
  return new DomainError({
    code: 'decision-not-done',
    kind: 'conflict',
    message: `The decision is closed when its tasks are done; ${units.join(', ') || 'the case'} has still to finish.`,
    details: { units },
  });
}

/** Somebody closed the decision before. */
export function decisionClosed(): DomainError {
  return new DomainError({
    code: 'decision-closed',
    kind: 'conflict',
    message: 'The decision is closed already; reload the board.',
  });
}

/** The unit has no overdue task of the decision. */
export function nothingOverdue(unit: string): DomainError {
  return new DomainError({
    code: 'nothing-overdue',
    kind: 'conflict',
    message: `"${unit.slice(0, 64)}" has no overdue task of this decision; an order is for what is overdue.`,
    details: { unit },
  });
}
