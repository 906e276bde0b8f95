import { isActivity, type FlowNode } from '../model/flow-node.js';
import type { Trigger } from '../model/trigger.js';
import type { MigrateInstance } from './command.js';
import { Rejection } from './failure.js';
import { openInstance } from './guard.js';
import { isTurn } from './loop-parts.js';
import type { Run } from './run.js';
import type { ElementInstance } from './state.js';
import { listen, withdrawWaits, type Listener } from './waits.js';

/**
 * Takes an instance over to another version of its process (`run.process`). Tokens, their variables and what they wait
 * for stay as they are, timers with the due time they had; only what the new version no longer has is withdrawn, and
 * what it has in addition begins.
 */
export function migrateInstance(run: Run, command: MigrateInstance): void {
  openInstance(run);
  const { from, renamed, added, anew } = command;
  if (run.draft.processId !== from)
    throw new Rejection(
      'not-allowed',
      `expected an instance of process "${from}", but it is of "${run.draft.processId}"`,
    );
  run.emit({ type: 'instance-migrated', processId: run.process.id, renamed });
  for (const element of Object.values(run.draft.elements)) {
    const known = listenersOf(run, element);
    const wanted = new Set(known.map(({ elementId }) => elementId));
    for (const elementId of waitedFor(run, element))
      if (!wanted.has(elementId) || (anew.includes(elementId) && element.phase !== 'entering'))
        withdrawWaits(run, element.key, elementId);
    // What is held as it enters begins to listen when that is retried.
    const begins = element.phase === 'entering' ? [] : known;
    listen(
      run,
      element.key,
      begins.filter(({ elementId }) => added.includes(elementId) || anew.includes(elementId)),
    );
    // Who can still arrive may be another answer now.
    if (run.process.scopes.has(element.elementId)) run.touchedScopes.add(element.key);
  }
  run.variablesChanged = true;
}

/** Ids of the events that an element waits for. */
function waitedFor(run: Run, { key }: ElementInstance): ReadonlySet<string> {
  return new Set([...run.waits.of(key)].flatMap(([wait, kind]) => run.draft[kind][wait]?.elementId ?? []));
}

/** Every event that an element may wait for in the new version. */
function listenersOf(run: Run, element: ElementInstance): Listener[] {
  const scope =
    element.part === undefined && !element.interrupted ? run.process.scopes.get(element.elementId) : undefined;
  const inside = (scope?.eventStarts ?? []).map((id) => listenerOf(run.node(id)));
  if (element.scope === null) return inside;
  const node = run.node(element.elementId);
  const own = [listenerOf(node)];
  const behind =
    node.type === 'eventBasedGateway' ? node.outgoing.map((id) => listenerOf(run.node(run.flow(id).target))) : [];
  const boundary =
    isActivity(node) && !isTurn(element) && element.part !== 'compensation'
      ? node.boundary.map((id) => listenerOf(run.node(id)))
      : [];
  return [...inside, ...own, ...behind, ...boundary];
}

function listenerOf(node: FlowNode): Listener {
  const role = node.type === 'boundaryEvent' && node.termRole !== undefined ? { role: node.termRole } : {};
  return { elementId: node.id, trigger: triggerOf(node), ...role };
}

function triggerOf(node: FlowNode): Trigger {
  if ('trigger' in node) return node.trigger;
  return node.type === 'receiveTask' && node.message ? { type: 'message', message: node.message } : { type: 'none' };
}
