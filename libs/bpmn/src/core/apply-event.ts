import type { JsonValue } from '../model/value.js';
import type { EngineEvent } from './event.js';
import { changeElement, type Draft } from './draft.js';
import { rename, renamedRoot } from './renaming.js';
import type { Key, LoopState, TimerState } from './state.js';

/**
 * The only place that changes state: what one event means for it. Used by the running step and by replay alike, so
 * that the two cannot disagree.
 */
export function applyEvent(draft: Draft, event: EngineEvent): void {
  switch (event.type) {
    case 'instance-started':
      return startInstance(draft, event);
    case 'element-activated': {
      const { type: _type, ...element } = event;
      draft.elements[event.key] = { ...element, phase: 'entering' };
      return reserve(draft, event.key);
    }
    case 'element-waiting':
      return changeElement(draft, event.key, { phase: 'waiting' });
    case 'element-leaving':
      return changeElement(draft, event.key, { phase: 'leaving' });
    case 'element-completed':
    case 'element-terminated':
      countInLoop(draft, event);
      return removeElement(draft, event.key);
    case 'loop-started': {
      const { total, items } = event;
      const loop = { total, started: 0, completed: 0, terminated: 0, ...(items ? { items } : {}) };
      return changeElement(draft, event.key, { loop });
    }
    case 'loop-turned':
      return changeLoop(draft, event.key, (loop) => ({
        ...loop,
        started: loop.started + 1,
        ...(loop.items ? { items: loop.items.slice(1) } : {}),
      }));
    case 'loop-output':
      return changeLoop(draft, event.key, (loop) => ({
        ...loop,
        outputs: withOutput(loop.outputs ?? [], event.index, event.value),
      }));
    case 'scope-interrupted':
      return changeElement(draft, event.key, { interrupted: true });
    case 'join-arrived':
      return arrive(draft, event.scope, event.gatewayId, event.flowId);
    case 'join-consumed':
      return consume(draft, event.scope, event.gatewayId, event.flowIds);
    case 'variables-set': {
      const before = draft.elements[event.scope]?.variables;
      return changeElement(draft, event.scope, { variables: { ...before, ...event.variables } });
    }
    case 'timer-scheduled':
    case 'timer-rearmed':
      draft.timers[event.timer.key] = event.timer;
      return reserve(draft, event.timer.key);
    case 'timer-moved':
      return changeTimer(draft, event.key, { dueAt: event.dueAt });
    case 'timer-suspended':
      return changeTimer(draft, event.key, { suspendedAt: event.at });
    case 'timer-resumed':
      return changeTimer(draft, event.key, { dueAt: event.dueAt, suspendedAt: undefined });
    case 'timer-fired':
    case 'timer-cancelled':
      delete draft.timers[event.key];
      return;
    case 'condition-armed':
      draft.conditions[event.condition.key] = event.condition;
      return reserve(draft, event.condition.key);
    case 'condition-changed': {
      const before = draft.conditions[event.key];
      if (before) draft.conditions[event.key] = { ...before, holds: event.holds };
      return;
    }
    case 'condition-withdrawn':
      delete draft.conditions[event.key];
      return;
    case 'compensation-recorded':
      draft.compensations[event.scope] = [...(draft.compensations[event.scope] ?? []), event.record];
      return reserve(draft, event.record.key);
    case 'compensation-begun':
      return dropRecord(draft, event.scope, event.key);
    case 'gateway-reset':
      return resetGateway(draft, event);
    case 'subscription-opened':
      draft.subscriptions[event.subscription.key] = event.subscription;
      return reserve(draft, event.subscription.key);
    case 'subscription-closed':
      delete draft.subscriptions[event.key];
      return;
    case 'call-started':
      return changeElement(draft, event.key, { calledInstance: event.calledInstance });
    case 'incident-raised':
      draft.incidents[event.incident.key] = event.incident;
      if (event.incident.owner !== undefined)
        changeElement(draft, event.incident.owner, { incident: event.incident.key });
      return reserve(draft, event.incident.key);
    case 'incident-resolved':
      delete draft.incidents[event.key];
      if (event.owner !== undefined) changeElement(draft, event.owner, { incident: undefined });
      return;
    case 'instance-suspended':
      draft.suspendedAt = event.at;
      return;
    case 'instance-resumed':
      delete draft.suspendedAt;
      return;
    case 'instance-migrated':
      draft.processId = event.processId;
      return rename(draft, { ...event.renamed, ...renamedRoot(draft, event.processId) });
    case 'instance-completed':
      draft.status = 'completed';
      draft.compensations = {};
      return;
    case 'instance-terminated':
      draft.status = 'terminated';
      draft.compensations = {};
      return;
    // Told for the history; the state change stands in the events around them.
    case 'flow-taken':
    case 'user-task-created':
    case 'job-created':
    case 'subscription-triggered':
    case 'condition-triggered':
    case 'error-thrown':
    case 'escalation-thrown':
      return;
  }
}

function startInstance(draft: Draft, event: Extract<EngineEvent, { type: 'instance-started' }>): void {
  draft.id = event.id;
  draft.processId = event.processId;
  draft.status = 'active';
  if (event.parent) draft.parent = event.parent;
  draft.root = draft.nextKey;
  draft.elements[draft.root] = {
    key: draft.root,
    elementId: event.processId,
    scope: null,
    phase: 'waiting',
    variables: event.variables,
  };
  reserve(draft, draft.root);
}

function removeElement(draft: Draft, key: Key): void {
  delete draft.elements[key];
  delete draft.arrivals[key];
  delete draft.compensations[key];
  delete draft.resets[key];
}

/** An instance of a loop that ends is counted at the loop's body. */
function countInLoop(
  draft: Draft,
  { type, key }: Extract<EngineEvent, { type: 'element-completed' | 'element-terminated' }>,
): void {
  const element = draft.elements[key];
  if (element?.index === undefined || element.scope === null) return;
  changeLoop(draft, element.scope, (loop) =>
    type === 'element-completed'
      ? { ...loop, completed: loop.completed + 1 }
      : { ...loop, terminated: loop.terminated + 1 },
  );
}

/** A gap, of an instance that has not ended, is null. */
function withOutput(before: readonly JsonValue[], index: number, value: JsonValue): readonly JsonValue[] {
  const after = before.concat(Array<null>(Math.max(0, index + 1 - before.length)).fill(null));
  after[index] = value;
  return after;
}

function changeLoop(draft: Draft, key: Key, change: (loop: LoopState) => LoopState): void {
  const loop = draft.elements[key]?.loop;
  if (loop) changeElement(draft, key, { loop: change(loop) });
}

function dropRecord(draft: Draft, scope: Key, key: Key): void {
  const left = (draft.compensations[scope] ?? []).filter((record) => record.key !== key);
  if (left.length > 0) draft.compensations[scope] = left;
  else delete draft.compensations[scope];
}

function resetGateway(
  draft: Draft,
  { scope, gatewayId, flowIds }: Extract<EngineEvent, { type: 'gateway-reset' }>,
): void {
  const { [gatewayId]: _before, ...others } = draft.resets[scope] ?? {};
  const after = flowIds ? { ...others, [gatewayId]: flowIds } : others;
  if (Object.keys(after).length > 0) draft.resets[scope] = after;
  else delete draft.resets[scope];
}

function reserve(draft: Draft, key: Key): void {
  if (key >= draft.nextKey) draft.nextKey = key + 1;
}

function arrive(draft: Draft, scope: Key, gatewayId: string, flowId: string): void {
  const flows = ((draft.arrivals[scope] ??= {})[gatewayId] ??= {});
  flows[flowId] = (flows[flowId] ?? 0) + 1;
}

function consume(draft: Draft, scope: Key, gatewayId: string, flowIds: readonly string[]): void {
  const gateways = draft.arrivals[scope];
  const flows = gateways?.[gatewayId];
  if (!gateways || !flows) return;
  for (const flowId of flowIds) {
    const left = (flows[flowId] ?? 0) - 1;
    if (left > 0) flows[flowId] = left;
    else delete flows[flowId];
  }
  if (Object.keys(flows).length === 0) delete gateways[gatewayId];
  if (Object.keys(gateways).length === 0) delete draft.arrivals[scope];
}

function changeTimer(draft: Draft, key: Key, change: { [K in keyof TimerState]?: TimerState[K] | undefined }): void {
  const before = draft.timers[key];
  if (!before) return;
  const { suspendedAt, ...rest } = { ...before, ...change };
  draft.timers[key] = (suspendedAt === undefined ? rest : { ...rest, suspendedAt }) as TimerState;
}
