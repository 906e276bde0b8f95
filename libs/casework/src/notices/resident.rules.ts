import type { ChangedTerm } from '../listener/step-changes.rules.js';

/** The term that a running step has from now on, where it is another one; while its clock stands nobody knows. */
export function newTermOf(terms: readonly Pick<ChangedTerm, 'step' | 'term'>[]): Date | undefined {
  const moved = terms.findLast(({ step, term }) => !term.suspended && term.dueAt?.getTime() !== step.dueAt?.getTime());
  return moved?.term.dueAt ?? undefined;
}
