import type { Command } from './command.js';
import { Rejection } from './failure.js';
import { openElement, openInstance } from './guard.js';
import { withdrawStepIncidents } from './incidents.js';
import { activate, terminateChildren } from './life-cycle.js';
import type { Run } from './run.js';

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
  const events = command.startEvent
    ? [startEvent(run, command.startEvent)]
    : run.scopeModel(run.process.id).startEvents;
  if (events.length === 0) {
    throw new Rejection(
      'not-allowed',
      `process "${run.process.id}" has no none start event; start it by message, signal or timer`,
    );
  }
  for (const id of events) activate(run, id, run.draft.root);
}

export function cancelInstance(run: Run, { reason }: Of<'cancel-instance'>): void {
  openInstance(run);
  terminateChildren(run, run.draft.root, reason);
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

function startEvent(run: Run, id: string): string {
  const node = run.process.nodes.get(id);
  if (node?.type === 'startEvent' && node.scope === run.process.id) return id;
  throw new Rejection('not-found', `expected "${id}" to be a start event of process "${run.process.id}"`);
}
