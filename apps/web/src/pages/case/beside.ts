import type { Case, CaseTask } from '../../api/model.js';

/** Whether a task belongs to a helper or a supervision order: a task's id begins with that of its process. */
export function isBeside({ sides }: Pick<Case, 'sides'>, { id }: Pick<CaseTask, 'id'>): boolean {
  return sides.some((side) => id.startsWith(`${side.id}.`));
}
