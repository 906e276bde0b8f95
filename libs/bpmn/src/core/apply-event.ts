import type { EngineEvent } from './event.js';
import { changeElement, type Draft } from './draft.js';
import type { Key, TimerState } from './state.js';

/**
 * The only place that changes state: what one event means for it. Used by the running step and by replay alike, so
 * that the two cannot disagree.
 */
export function applyEvent(draft: Draft, event: EngineEvent): void {
  switch (event.type) {
    case 'instance-started':
      return startInstance(draft, event);
    case 'element-activated':
      draft.elements[event.key] = { key: event.key, elementId: event.elementId, scope: event.scope, phase: 'entering' };
      return reserve(draft, event.key);
    case 'element-waiting':
      return changeElement(draft, event.key, { phase: 'waiting' });
    case 'element-leaving':
      return changeElement(draft, event.key, { phase: 'leaving' });
    case 'element-completed':
    case 'element-terminated':
      delete draft.elements[event.key];
      delete draft.arrivals[event.key];
      return;
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
    case 'instance-completed':
      draft.status = 'completed';
      return;
    case 'instance-terminated':
      draft.status = 'terminated';
      return;
    // Told for the history; the state change stands in the events around them.
    case 'flow-taken':
    case 'user-task-created':
    case 'job-created':
    case 'subscription-triggered':
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
