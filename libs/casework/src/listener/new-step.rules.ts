import type { StepRecord } from '@lianban/engine';
import type { Unit } from '@lianban/organisation';
import { concerns } from '../cases/about.rules.js';
import type { CaseOfInstance } from '../cases/case.sql.js';
import { poolsOfTask } from '../tasks/pools.rules.js';
import type { NewStep } from '../tasks/step.sql.js';
import type { OpenedTask } from './step-changes.rules.js';

/** Under which the backstop stands among the units. */
export const backstopKey = '(backstop)';

/** Whether a task is for a unit that does not stand, or for nobody at all. */
export function isLost({ offer }: OpenedTask, units: ReadonlyMap<string, Unit>): boolean {
  if (offer.unit !== undefined) return !units.has(offer.unit);
  return poolsOfTask(offer, (group) => units.has(group)).length === 0;
}

/** The unit that a case complains of, and who handles instead. */
export interface About {
  readonly unit: Unit;
  readonly instead: Unit;
}

interface Opening {
  readonly record: StepRecord;
  readonly file: CaseOfInstance;
  readonly task: OpenedTask;
  readonly units: Map<string, Unit>;
  readonly about: About | undefined;
}

/** A task for the unit that is complained of goes to who handles instead; one for nobody to the backstop. */
function otherUnit({ task, units, about }: Pick<Opening, 'task' | 'units' | 'about'>): Unit | undefined {
  const { offer } = task;
  const meant = [offer.unit ?? '', ...offer.candidateGroups].flatMap((id) => units.get(id) ?? []);
  if (about && meant.some((unit) => concerns(about.unit, unit))) return about.instead;
  return isLost(task, units) ? units.get(backstopKey) : undefined;
}

/** The task as it is kept for inboxes. */
export function newStep({ record, file, task, units, about }: Opening): NewStep {
  const { offer } = task;
  const other = otherUnit({ task, units, about });
  const unit = other ?? units.get(offer.unit ?? '');
  if (other) units.set(other.id, other);
  const assignment = other ? { unit: other.id, candidateUsers: [], candidateGroups: [] } : offer;
  return {
    instanceId: record.instanceId,
    key: task.key,
    caseId: file.id,
    elementId: task.elementId,
    name: offer.name,
    definitionKey: record.definition.key,
    definitionVersion: record.definition.version,
    unitId: unit?.id ?? null,
    unitName: unit?.name ?? null,
    pools: poolsOfTask(assignment, (group) => units.has(group)),
    outcomes: offer.outcomes,
    properties: offer.properties,
    form: offer.form ?? null,
    receivedAt: record.at,
    warnAt: offer.warnAt === undefined ? null : new Date(offer.warnAt),
    dueAt: offer.dueAt === undefined ? null : new Date(offer.dueAt),
    warnEvent: task.warnEvent,
    dueEvent: task.dueEvent,
    termKey: task.termKey,
    calendarId: task.calendarId,
    suspended: task.suspended,
  };
}

/** A task with the units that stand now in the place of those that it names. */
export function forStanding(task: OpenedTask, units: ReadonlyMap<string, Unit>): OpenedTask {
  const { unit, candidateGroups } = task.offer;
  const standing = (id: string): string => units.get(id)?.id ?? id;
  return {
    ...task,
    offer: {
      ...task.offer,
      ...(unit !== undefined && { unit: standing(unit) }),
      candidateGroups: candidateGroups.map(standing),
    },
  };
}
