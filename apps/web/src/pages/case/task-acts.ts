import type { CaseActKind } from '../../api/case-acts.js';
import type { Case, CaseTask } from '../../api/model.js';
import { isBeside } from './beside.js';

/** What may be done to a task beside finishing it: to its clock, and by bringing others in. */
export function taskActs(it: Case, task: CaseTask): readonly CaseActKind[] {
  // The term of a helper or of an order is set by who asked.
  const own = isBeside(it, task)
    ? []
    : [...clockActs(task), ...exits(it, task), ...opinions(task), ...mutualActs(it, task)];
  return [...own, ...handOvers(task), ...(task.canRecuse ? (['recuse'] as const) : [])];
}

function handOvers(task: CaseTask): readonly CaseActKind[] {
  return [
    ...(task.canRate ? (['rate'] as const) : []),
    ...(task.canRelease ? (['assist'] as const) : []),
    ...(task.canTransfer ? (['transfer'] as const) : []),
  ];
}

/** A request is turned away by the station or the street; any handler may find that it is there already. */
function exits(it: Case, task: CaseTask): readonly CaseActKind[] {
  if (!task.canRelease || it.merged.length > 0) return [];
  return it.level === 'station' || it.level === 'street' ? ['merge', 'decline'] : ['merge'];
}

/** Whose a case is matters before it is dispatched, what is answered before it is closed; a dispute is mediated at any time. */
function opinions(task: CaseTask): readonly CaseActKind[] {
  if (!task.canRelease) return [];
  return [
    ...(task.outcomes.some(({ id }) => id === 'route') ? (['consult'] as const) : []),
    ...(task.outcomes.some(({ closes }) => closes) ? (['countersign'] as const) : []),
    'mediate',
  ];
}

/** A station offers what it handles to its volunteers, and takes it back as long as none has reported. */
function mutualActs(it: Case, task: CaseTask): readonly CaseActKind[] {
  const offer = it.sides.find(({ kind, endedAt }) => kind === 'mutual-aid' && endedAt === null);
  if (!task.canRelease || task.canRate || it.level !== 'station') return [];
  if (!offer) return ['mutual'];
  return offer.answeredAt === null ? ['recall'] : [];
}

function clockActs(task: CaseTask): readonly CaseActKind[] {
  if (!task.canRelease || task.dueAt === null) return [];
  return task.light === 'paused' ? ['resume'] : ['suspend', 'extend'];
}
