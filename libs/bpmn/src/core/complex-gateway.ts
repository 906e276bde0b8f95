import type { ComplexGateway } from '../model/flow-node.js';
import { Failure } from './failure.js';
import { takeFlows } from './flows.js';
import { raiseIncident } from './incidents.js';
import { activate } from './life-cycle.js';
import { canStillArrive } from './reach.js';
import type { Run } from './run.js';
import type { Key } from './state.js';
import { valueIn, visibleVariables } from './variables.js';

/*
 * Complex gateway (BPMN 2.0 §13.4.5). It fires as soon as its activation condition is true, and consumes the tokens
 * that are there. Then it waits for tokens on the other flows as long as any can come, consumes them and is ready
 * again. A condition may ask which of the two it is by `waitingForStart`.
 */

/**
 * Looks whether a gateway may fire or be made ready again; true when it did. A condition that cannot be computed holds
 * the scope as an incident, since the gateway itself has no token yet.
 */
export function settleComplex(run: Run, gateway: ComplexGateway, scope: Key): boolean {
  if (run.element(scope).incident !== undefined) return false;
  try {
    return run.draft.resets[scope]?.[gateway.id] ? reset(run, gateway, scope) : fire(run, gateway, scope);
  } catch (error) {
    if (!(error instanceof Failure)) throw error;
    raiseIncident(run, scope, { code: 'condition-failed', message: error.message });
    return false;
  }
}

/** A gateway that has not fired: does so when its condition is true. */
function fire(run: Run, { activationCondition, id, incoming }: ComplexGateway, scope: Key): boolean {
  const arrived = run.draft.arrivals[scope]?.[id] ?? {};
  const filled = incoming.filter((flowId) => (arrived[flowId] ?? 0) > 0);
  if (!activationCondition || filled.length === 0) return false;
  const activationCount = Object.values(arrived).reduce((sum, count) => sum + count, 0);
  const variables = { ...visibleVariables(run, scope), activationCount, waitingForStart: true };
  if (valueIn(run, variables, activationCondition) !== true) return false;
  run.emit({ type: 'join-consumed', scope, gatewayId: id, flowIds: filled });
  if (filled.length < incoming.length) run.emit({ type: 'gateway-reset', scope, gatewayId: id, flowIds: filled });
  activate(run, id, scope, { variables: { waitingForStart: true } });
  return true;
}

/** A gateway that has fired: once no more tokens can come, takes those that did and is ready again. */
function reset(run: Run, { id, incoming, outgoing }: ComplexGateway, scope: Key): boolean {
  const served = run.draft.resets[scope]?.[id] ?? [];
  const arrived = run.draft.arrivals[scope]?.[id] ?? {};
  const open = incoming.filter((flowId) => !served.includes(flowId));
  const filled = open.filter((flowId) => (arrived[flowId] ?? 0) > 0);
  const empty = open.filter((flowId) => !filled.includes(flowId));
  if (canStillArrive(run, scope, id, { empty, filled: [] })) return false;
  const variables = { ...visibleVariables(run, scope), waitingForStart: false };
  const flows = outgoing.filter((flowId) => {
    const { condition } = run.flow(flowId);
    if (condition?.kind !== 'feel' || !/\bwaitingForStart\b/.test(condition.feel)) return false;
    return valueIn(run, variables, condition) === true;
  });
  if (filled.length > 0) run.emit({ type: 'join-consumed', scope, gatewayId: id, flowIds: filled });
  run.emit({ type: 'gateway-reset', scope, gatewayId: id });
  takeFlows(run, flows, scope);
  run.touchedScopes.add(scope);
  return true;
}
