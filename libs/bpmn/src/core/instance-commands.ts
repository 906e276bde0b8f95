import type { EventBasedGateway, FlowNode } from '../model/flow-node.js';
import type { Command } from './command.js';
import { armsOf, followArm } from './event-gateway.js';
import { armEventSubProcesses } from './event-sub-process.js';
import { Rejection } from './failure.js';
import { openElement, openInstance } from './guard.js';
import { withdrawStepIncidents } from './incidents.js';
import { activate, activateTriggered, terminateChildren } from './life-cycle.js';
import { startBefore } from './open-scope.js';
import type { Run } from './run.js';
import { listen, withdrawWaits } from './waits.js';

type Of<T extends Command['type']> = Extract<Command, { readonly type: T }>;

/** Begins the instance, or begins again one whose start was given up. */
export function start(run: Run, command: Of<'start'>): void {
  const { instanceId, variables, parent } = command;
  if (!run.draft.id) {
    const event = {
      type: 'instance-started' as const,
      id: instanceId,
      processId: run.process.id,
      variables,
      at: run.env.now,
    };
    run.emit(parent ? { ...event, parent } : event);
  } else {
    refuseSecondStart(run);
  }
  // Listened for before the first token moves, so that nothing it does goes unheard.
  armEventSubProcesses(run, run.draft.root, run.process.id);
  if (command.startBefore) return command.startBefore.forEach((id) => startBefore(run, id));
  if (command.startEvent !== undefined) return startBy(run, command.startEvent);
  const events = run.scopeModel(run.process.id).startEvents;
  if (events.length === 0) {
    throw new Rejection(
      'not-allowed',
      `process "${run.process.id}" has no none start event; start it by message, signal or timer`,
    );
  }
  for (const id of events) activate(run, id, run.draft.root);
}

/** Starts by an event that has happened: a start event, a receive task or an event behind an instantiating gateway. */
function startBy(run: Run, id: string): void {
  const node = run.process.nodes.get(id);
  if (node?.scope !== run.process.id || !run.process.starts.some(({ elementId }) => elementId === id)) {
    throw new Rejection('not-found', `expected "${id}" to be a start event of process "${run.process.id}"`);
  }
  if (node.type === 'startEvent') return void activate(run, id, run.draft.root);
  const gateway = node.incoming.map((flowId) => run.node(run.flow(flowId).source)).find(isStartingGateway);
  if (!gateway) return activateTriggered(run, id, run.draft.root);
  if (gateway.parallel) {
    const key = activate(run, gateway.id, run.draft.root);
    listen(
      run,
      key,
      armsOf(run, gateway).filter(({ elementId }) => elementId !== id),
    );
  }
  followArm(run, gateway, id, run.draft.root);
}

function isStartingGateway(node: FlowNode): node is EventBasedGateway {
  return node.type === 'eventBasedGateway' && node.instantiate;
}

export function cancelInstance(run: Run, { reason }: Of<'cancel-instance'>): void {
  openInstance(run);
  terminateChildren(run, run.draft.root, reason);
  withdrawWaits(run, run.draft.root);
  withdrawStepIncidents(run);
  run.emit({ type: 'instance-terminated', reason });
  if (run.draft.parent) {
    run.effect({ type: 'return-to-caller', parent: run.draft.parent, outcome: { type: 'terminated', reason } });
  }
}

export function setVariables(run: Run, { scope, variables }: Of<'set-variables'>): void {
  openInstance(run);
  const home = scope === undefined ? run.draft.root : openElement(run, scope).key;
  run.emit({ type: 'variables-set', scope: home, variables });
}

/** Only an instance whose start was given up has no token at all while it is active. */
function refuseSecondStart(run: Run): void {
  openInstance(run);
  if (!run.hasChildren(run.draft.root) && !run.draft.arrivals[run.draft.root]) return;
  throw new Rejection('already-decided', `expected process instance "${run.draft.id}" to be new, but it runs already`);
}
