import { wait } from '../core/life-cycle.js';
import { hostOf } from '../core/loop-parts.js';
import type { Run } from '../core/run.js';
import type { TaskOffer } from '../core/event.js';
import type { ElementInstance, Key, TermRole } from '../core/state.js';
import { planTimer } from '../core/timers.js';
import { textAt, toText, valueAt } from '../core/variables.js';
import type { Expression } from '../model/expression.js';
import type { Assignment, UserTask } from '../model/flow-node.js';
import type { JsonValue } from '../model/value.js';
import { isDuration } from '../time/iso-8601.js';
import type { Behaviour } from './behaviour.js';
import { chooseUncontrolled } from './outgoing.js';

/** User task (BPMN 2.0 §13.3.3): offered to people, by its own assignment or else by its lane's, until one completes it. */
export const userTask: Behaviour<UserTask> = {
  completable: true,
  enter(run, element, node) {
    const task = offer(run, element, node);
    run.emit({ type: 'user-task-created', key: element.key, elementId: node.id, task });
    wait(run, element.key);
  },
  chooseFlows: chooseUncontrolled,
};

function offer(run: Run, { key }: ElementInstance, node: UserTask): TaskOffer {
  const lane = node.lane === undefined ? undefined : run.process.lanes.get(node.lane);
  const own = node.assignment;
  const { assignee, candidateUsers, candidateGroups, unit }: Assignment = isEmpty(own) && lane ? lane.assignment : own;
  const laneUnit = unit ?? lane?.assignment.unit;
  return {
    name: node.name ?? node.id,
    ...(lane ? { lane: lane.name } : {}),
    ...text(run, key, 'unit', laneUnit),
    ...text(run, key, 'assignee', assignee),
    candidateUsers: names(run, key, candidateUsers),
    candidateGroups: names(run, key, candidateGroups),
    ...(node.form === undefined ? {} : { form: node.form }),
    outcomes: node.outcomes,
    ...termOf(run, key, node),
    properties: node.properties,
  };
}

type Term = Pick<TaskOffer, 'warnAt' | 'dueAt' | 'termOwner'>;

/**
 * The term of the task's boundary timers, or else its own due date, at which nothing happens, or else the term of the
 * nearest sub-process around it: what is handed to and fro in there stays under one clock.
 */
function termOf(run: Run, key: Key, { dueDate }: UserTask): Term {
  const own = timed(run, hostOf(run, key));
  const text = own?.dueAt === undefined && dueDate ? textAt(run, key, dueDate) : '';
  if (text === '' || !dueDate) return own ?? termAround(run, key);
  const { dueAt } = planTimer(run.env, { kind: isDuration(text) ? 'duration' : 'date' }, text);
  return { ...own, dueAt };
}

function termAround(run: Run, key: Key): Term {
  for (let { scope } = run.element(key); scope !== null; { scope } = run.element(scope)) {
    const around = timed(run, hostOf(run, scope));
    if (around) return around;
  }
  return {};
}

function isEmpty(assignment: Assignment): boolean {
  return !assignment.assignee && !assignment.candidateUsers && !assignment.candidateGroups && !assignment.unit;
}

function text<K extends string>(
  run: Run,
  key: Key,
  name: K,
  expression: Expression | undefined,
): { readonly [P in K]?: string } {
  const value = expression ? textAt(run, key, expression) : '';
  return (value === '' ? {} : { [name]: value }) as { readonly [P in K]?: string };
}

/** A list, or a text of names with commas between them. */
function names(run: Run, key: Key, expression: Expression | undefined): string[] {
  const value = expression ? valueAt(run, key, expression) : null;
  const list = Array.isArray(value) ? (value as readonly JsonValue[]).map(toText) : toText(value).split(',');
  return list.map((name) => name.trim()).filter((name) => name !== '');
}

/** The term that the boundary timers of an element instance carry. */
function timed(run: Run, owner: Key): Term | undefined {
  const timers = [...run.waits.of(owner).keys()].flatMap((wait) => run.draft.timers[wait] ?? []);
  const at = (role: TermRole) => timers.find((timer) => timer.role === role)?.dueAt;
  const warnAt = at('warning');
  const dueAt = at('due');
  if (warnAt === undefined && dueAt === undefined) return undefined;
  return { ...(warnAt !== undefined && { warnAt }), ...(dueAt !== undefined && { dueAt }), termOwner: owner };
}
