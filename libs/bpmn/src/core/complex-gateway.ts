import type { ComplexGateway } from '../model/flow-node.js';
import { Failure } from './failure.js';
import { takeFlows } from './flows.js';
import { raiseIncident, withdrawIncident } from './incidents.js';
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

/** A token has arrived at a gateway that has not fired: looks whether it may. */
export function lookAtComplex(run: Run, gateway: ComplexGateway, scope: Key): void {
  const { activationCondition, id, incoming } = gateway;
  if (!activationCondition || run.draft.resets[scope]?.[id]) return;
  const arrived = run.draft.arrivals[scope]?.[id] ?? {};
  const filled = incoming.filter((flowId) => (arrived[flowId] ?? 0) > 0);
  if (filled.length === 0) return;
  const activationCount = Object.values(arrived).reduce((sum, count) => sum + count, 0);
  try {
    const variables = { ...visibleVariables(run, scope), activationCount, waitingForStart: true };
    if (valueIn(run, variables, activationCondition, 'condition-failed') !== true) return;
  } catch (error) {
    if (!(error instanceof Failure)) throw error;
    return raiseIncident(run, scope, error);
  }
  withdrawIncident(run, scope);
  run.emit({ type: 'join-consumed', scope, gatewayId: id, flowIds: filled });
  if (filled.length < incoming.length) run.emit({ type: 'gateway-reset', scope, gatewayId: id, flowIds: filled });
  activate(run, id, scope, { variables: { waitingForStart: true } });
}

/** A gateway that has fired: once no more tokens can come, takes those that did and is ready again. */
export function resetComplex(run: Run, gateway: ComplexGateway, scope: Key): boolean {
  const { id, incoming, outgoing } = gateway;
  const served = run.draft.resets[scope]?.[id] ?? [];
  const arrived = run.draft.arrivals[scope]?.[id] ?? {};
  const open = incoming.filter((flowId) => !served.includes(flowId));
  const filled = open.filter((flowId) => (arrived[flowId] ?? 0) > 0);
  const empty = open.filter((flowId) => !filled.includes(flowId));
  if (canStillArrive(run, scope, id, { empty, filled: [] })) return false;
  if (filled.length > 0) run.emit({ type: 'join-consumed', scope, gatewayId: id, flowIds: filled });
  run.emit({ type: 'gateway-reset', scope, gatewayId: id });
  const variables = { ...visibleVariables(run, scope), waitingForStart: false };
  const flows = outgoing.filter((flowId) => {
    const { condition } = run.flow(flowId);
    return (
      condition?.kind === 'feel' &&
      /\bwaitingForStart\b/.test(condition.feel) &&
      valueIn(run, variables, condition) === true
    );
  });
  takeFlows(run, flows, scope);
  run.touchedScopes.add(scope);
  lookAtComplex(run, gateway, scope);
  return true;
}
