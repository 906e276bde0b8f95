import type { NewStep } from '../tasks/step.sql.js';
import type { Step } from '../tasks/step.js';
import type { EndedStep } from '../listener/step-changes.rules.js';
import { isForVolunteers } from '../mutual-aid/volunteer-tasks.rules.js';
import type { NoticeDraft } from './notice.js';

/** What a step of a process changed. */
interface Changes {
  readonly ended: readonly EndedStep[];
  readonly opened: readonly NewStep[];
  /** Terms that ran out while the unit keeps the case. */
  readonly overdue: readonly Step[];
  /** The process goes on beside the case's own, and whether it begins just now. */
  readonly beside: boolean;
  readonly begins: boolean;
  /** What was opened came by a lapse, be it in another process of the case: the joint meeting is called. */
  readonly byLapse: boolean;
}

/**
 * Who is told of what: a lapse is told to the unit that lapsed, to the one above it and to the one that goes on; a
 * helper's or an order's task to the unit that is asked, the answer to who asked. What merely arrives is in the inbox.
 * Of what is for volunteers the station hears when it comes back, and a volunteer when it ends under their hands.
 */
export function noticesOfStep({ ended, opened, overdue, beside, begins, byLapse }: Changes): NoticeDraft[] {
  const late = ended.flatMap(({ step, end }) => (end.state === 'lapsed' && !isForVolunteers(step) ? [step] : []));
  const arrived = beside ? (begins ? 'asked' : 'answered') : byLapse ? 'escalated' : undefined;
  return [
    ...late.map((step) => aboutTerm('lapsed', step)),
    ...overdue.map((step) => aboutTerm('overdue', step)),
    ...(arrived === undefined
      ? []
      : opened
          .filter((step) => !isForVolunteers(step))
          .map((step) => ({ ...about(arrived, step), units: unitsOf(step) }))),
    ...(opened.length === 0 ? fromVolunteers(ended) : []),
  ];
}

/** What volunteers had and nobody of them goes on with. */
function fromVolunteers(ended: readonly EndedStep[]): NoticeDraft[] {
  return ended
    .filter(({ step }) => isForVolunteers(step))
    .flatMap(({ step, end }): NoticeDraft[] => {
      if (end.state !== 'cancelled') return [backFromVolunteers(step)];
      return step.assigneeId === null ? [] : [{ ...about('mutual-ended', step), accounts: [step.assigneeId] }];
    });
}

/** The station hears that it has a matter back. */
export function backFromVolunteers(step: Step): NoticeDraft {
  return { ...about('mutual-back', step), units: unitsOf(step) };
}

/** Who holds a step is told, else everybody of its unit. */
export function toHolder(kind: NoticeDraft['kind'], step: Step): NoticeDraft {
  return step.assigneeId === null
    ? { ...about(kind, step), units: unitsOf(step) }
    : { ...about(kind, step), accounts: [step.assigneeId] };
}

function aboutTerm(kind: 'lapsed' | 'overdue', step: Step): NoticeDraft {
  const units = unitsOf(step);
  return { ...about(kind, step), units, above: units, accounts: step.assigneeId === null ? [] : [step.assigneeId] };
}

function about(
  kind: NoticeDraft['kind'],
  { name, unitName, dueAt }: Pick<Step, 'name' | 'unitName' | 'dueAt'>,
): NoticeDraft {
  return { kind, step: name, unit: unitName ?? undefined, dueAt };
}

function unitsOf({ unitId }: Pick<Step, 'unitId'>): readonly string[] {
  return unitId === null ? [] : [unitId];
}
