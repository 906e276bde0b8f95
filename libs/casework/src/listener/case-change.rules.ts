import type { StepRecord } from '@lianban/engine';
import type { Unit } from '@lianban/organisation';
import { isCaseLevel, type CaseLevel } from '../cases/case.js';
import type { CaseChange } from '../cases/case.sql.js';
import type { NewStep } from '../tasks/step.sql.js';
import { classTermsOf, type AddDuration } from './class-terms.rules.js';
import type { EndedStep } from './step-changes.rules.js';

/** What a step of a process changes of a case beside its tasks. */
interface StepFacts {
  readonly record: StepRecord;
  readonly ended: readonly EndedStep[];
  readonly opened: readonly NewStep[];
  readonly units: ReadonlyMap<string, Unit>;
  /** By the calendars of the installation. */
  readonly addDuration: AddDuration;
}

/** Level, state, returns and lapses of a case, and what its class says, after a step of its own process. */
export function changeOf({ record, ended, opened, units, addDuration }: StepFacts): CaseChange {
  const isRoot = record.instanceId === record.rootId;
  const completed = isCompleted(record);
  const terminated = isRoot && record.events.some((event) => event.type === 'instance-terminated');
  return {
    level: opened.map((step) => levelOf(step, units)).findLast((level) => level !== undefined),
    state: completed ? 'closed' : terminated ? 'withdrawn' : undefined,
    closedAt: completed || terminated ? record.at : undefined,
    returns: isRoot ? returnsOf(record) : undefined,
    // A lapse after which nobody goes on takes the case nowhere up.
    escalations: completed ? 0 : ended.filter(({ end }) => end.state === 'lapsed').length,
    definition: isRoot && ['start', 'migrate-instance'].includes(record.command.type) ? record.definition : undefined,
    ...(isRoot && record.command.type === 'start' && classTermsOf(record, addDuration)),
  };
}

/** Whether the step ended the case's own process. */
export function isCompleted({ instanceId, rootId, events }: StepRecord): boolean {
  return instanceId === rootId && events.some((event) => event.type === 'instance-completed');
}

/** The diagram may name the level of a task (`lianban:level`); else the kind of its unit tells it. */
function levelOf(step: NewStep, units: ReadonlyMap<string, Unit>): CaseLevel | undefined {
  const named = step.properties['level'];
  if (isCaseLevel(named)) return named;
  const kind = units.get(step.unitId ?? '')?.kind;
  return isCaseLevel(kind) ? kind : undefined;
}

/** How often units sent the case back, which the diagram counts in its variable `returns`. */
function returnsOf({ state }: StepRecord): number | undefined {
  const returns = state.elements[state.root]?.variables?.['returns'];
  return typeof returns === 'number' && Number.isInteger(returns) && returns >= 0 ? returns : undefined;
}
