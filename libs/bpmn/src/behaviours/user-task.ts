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
    ...term(run, key, 'warnAt', 'warning'),
    ...dueOf(run, key, node),
    properties: node.properties,
  };
}

/** The term of a boundary timer, or else the due date of the task itself, which nothing happens at. */
function dueOf(run: Run, key: Key, { dueDate }: UserTask): { readonly dueAt?: string } {
  const timed = term(run, key, 'dueAt', 'due');
  const text = timed.dueAt === undefined && dueDate ? textAt(run, key, dueDate) : '';
  if (text === '' || !dueDate) return timed;
  return { dueAt: planTimer(run.env, { kind: isDuration(text) ? 'duration' : 'date', value: dueDate }, text).dueAt };
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

function term<K extends string>(run: Run, key: Key, name: K, role: TermRole): { readonly [P in K]?: string } {
  const waits = [...run.waits.of(hostOf(run, key)).keys()];
  const timer = waits.map((wait) => run.draft.timers[wait]).find((open) => open?.role === role);
  return (timer ? { [name]: timer.dueAt } : {}) as { readonly [P in K]?: string };
}
