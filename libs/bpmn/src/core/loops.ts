import type { Activity } from '../model/flow-node.js';
import type { LoopCharacteristics, MultiInstanceLoop, StandardLoop } from '../model/loop.js';
import type { JsonValue } from '../model/value.js';
import { Failure } from './failure.js';
import { activate, complete, terminateChildren, wait } from './life-cycle.js';
import type { Run } from './run.js';
import type { ElementInstance, Key, LoopState } from './state.js';
import { throwTrigger } from './throw-trigger.js';
import { propagate, valueAt } from './variables.js';

/*
 * Standard loops and multi-instance activities (BPMN 2.0 §13.3.6, §13.3.7). A body holds the instances: it carries the
 * boundary events, counts, and gives the tokens that leave. Each instance is an element of its own within the body.
 */

/** Operations that one turn may take beyond the step's own budget. */
const OPERATIONS_PER_TURN = 20;

/** More instances than this are taken for a mistake in the data. */
const MOST_INSTANCES = 100_000;

/** Opens a body: says how many instances there will be, and begins the first or all of them. */
export function startLoop(run: Run, body: ElementInstance, node: Activity): void {
  if (body.loop) return advanceLoop(run, body);
  const loop = loopOf(node);
  const { total, items } = planned(run, body.key, loop);
  wait(run, body.key);
  const kept = items && isSequential(loop) ? { items } : {};
  run.emit({ type: 'loop-started', key: body.key, elementId: node.id, total, ...kept });
  run.agenda.allow((total ?? 0) * OPERATIONS_PER_TURN);
  if (isSequential(loop)) return advanceLoop(run, run.element(body.key));
  for (let index = 0; index < (total ?? 0); index += 1) startTurn(run, run.element(body.key), loop, items?.[index]);
  if (total === 0) complete(run, body.key);
}

/** After an instance has ended: cancels the rest when the condition says so, begins the next one, or ends the loop. */
export function advanceLoop(run: Run, body: ElementInstance): void {
  const loop = loopOf(run.node(body.elementId) as Activity);
  const state = body.loop;
  if (!state) return;
  if (loop.kind === 'standard') {
    if (run.hasChildren(body.key)) return;
    return goesOn(run, body.key, loop, state) ? startTurn(run, body, loop) : complete(run, body.key);
  }
  if (state.completed > 0 && isTrue(run, body.key, loop.completionCondition)) {
    terminateChildren(run, body.key, `the completion condition of "${body.elementId}" is true`);
    return complete(run, body.key);
  }
  if (run.hasChildren(body.key)) return;
  if (loop.sequential && state.started < (state.total ?? 0)) return startTurn(run, body, loop, state.items?.[0]);
  complete(run, body.key);
}

/** The last acts of an instance: its output, and what it throws. */
export function endTurn(run: Run, turn: ElementInstance, node: Activity): void {
  const loop = loopOf(node);
  const { scope: body, index = 0, key } = turn;
  if (loop.kind === 'standard' || body === null) return;
  if (loop.outputElement) {
    const value = valueAt(run, key, loop.outputElement, 'mapping-failed');
    run.emit({ type: 'loop-output', key: body, index, value });
  }
  const completed = run.element(body).loop?.completed ?? 0;
  for (const { when, trigger } of loop.throws) {
    const throws = when === 'each' || (when === 'first' ? completed === 0 : isTrue(run, key, when));
    if (throws) throwTrigger(run, key, trigger);
  }
}

/** The body is about to end: its collected outputs go where the loop's result belongs. */
export function leaveLoop(run: Run, body: ElementInstance, node: Activity): void {
  const loop = loopOf(node);
  if (loop.kind === 'standard' || !loop.outputCollection || body.scope === null) return;
  const { total, outputs = [] } = body.loop ?? {};
  const list = Array.from({ length: total ?? 0 }, (_, index) => outputs[index] ?? null);
  propagate(run, body.scope, { [loop.outputCollection]: list });
}

function startTurn(run: Run, body: ElementInstance, loop: LoopCharacteristics, item?: JsonValue): void {
  const index = run.element(body.key).loop?.started ?? 0;
  run.emit({ type: 'loop-turned', key: body.key });
  const variable = loop.kind === 'multi-instance' && item !== undefined ? loop.elementVariable : undefined;
  const variables = variable === undefined ? {} : { variables: { [variable]: item ?? null } };
  activate(run, body.elementId, body.key, { index, ...variables });
}

function goesOn(run: Run, body: Key, loop: StandardLoop, { started, total }: LoopState): boolean {
  if (total !== null && started >= total) return false;
  if (started === 0 && !loop.testBefore) return true;
  return loop.condition === undefined || isTrue(run, body, loop.condition);
}

function planned(
  run: Run,
  key: Key,
  loop: LoopCharacteristics,
): { total: number | null; items?: readonly JsonValue[] } {
  if (loop.kind === 'standard') return { total: loop.maximum ? countOf(run, key, loop.maximum, 'loopMaximum') : null };
  if (!loop.collection) {
    const total = loop.cardinality ? countOf(run, key, loop.cardinality, 'loopCardinality') : 0;
    return { total: bounded(total, 'loopCardinality') };
  }
  const items = valueAt(run, key, loop.collection, 'loop-invalid');
  if (Array.isArray(items)) return { total: bounded(items.length, 'the length of the collection'), items };
  throw new Failure('loop-invalid', `the collection of the loop is ${JSON.stringify(items)}; expected a list`);
}

function countOf(run: Run, key: Key, expression: NonNullable<StandardLoop['maximum']>, name: string): number {
  const value = valueAt(run, key, expression, 'loop-invalid');
  const count = typeof value === 'string' && value.trim() !== '' ? Number(value) : value;
  if (typeof count === 'number' && Number.isInteger(count) && count >= 0) return count;
  throw new Failure('loop-invalid', `${name} is ${JSON.stringify(value)}; expected a whole number from 0 on`);
}

function bounded(count: number, name: string): number {
  if (count <= MOST_INSTANCES) return count;
  throw new Failure('loop-invalid', `${name} is ${count}; at most ${MOST_INSTANCES} instances are begun`);
}

function isTrue(run: Run, key: Key, condition: MultiInstanceLoop['completionCondition']): boolean {
  return condition !== undefined && valueAt(run, key, condition, 'loop-invalid') === true;
}

function isSequential(loop: LoopCharacteristics): boolean {
  return loop.kind === 'standard' || loop.sequential;
}

function loopOf(node: Activity): LoopCharacteristics {
  if (!node.loop) throw new Error(`expected "${node.id}" to be a loop, but it is not`);
  return node.loop;
}
