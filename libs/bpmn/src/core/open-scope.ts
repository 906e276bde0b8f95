import type { FlowNode } from '../model/flow-node.js';
import type { Variables } from '../model/value.js';
import { armBoundaryEvents } from './boundary.js';
import { armEventSubProcesses } from './event-sub-process.js';
import { Rejection } from './failure.js';
import { activate, wait } from './life-cycle.js';
import type { Run } from './run.js';
import type { Key } from './state.js';

/** Puts a token before an element that no flow brought there, in the open scope around it or a new one. */
export function startBefore(
  run: Run,
  elementId: string,
  { scope, variables }: { readonly scope?: Key; readonly variables?: Variables } = {},
): void {
  const node = nodeOf(run, elementId);
  activate(run, node.id, scopeFor(run, node, scope), variables ? { variables } : {});
}

/** The open scope that a node is started in; the one that is named, else the only one, else a new one. */
export function scopeFor(run: Run, node: FlowNode, wanted: Key | undefined): Key {
  if (node.scope === run.process.id) return run.draft.root;
  const open = Object.values(run.draft.elements).filter(
    ({ elementId, part }) => elementId === node.scope && part === undefined,
  );
  if (wanted !== undefined) {
    if (open.some(({ key }) => key === wanted)) return wanted;
    throw refused(`scope ${wanted} is no open instance of "${node.scope}", in which "${node.id}" lies`);
  }
  const [only, ...others] = open;
  if (only && others.length === 0) return only.key;
  if (only)
    throw refused(`"${node.scope}" is open ${open.length} times (${open.map(({ key }) => key).join(', ')}): name one`);
  return openScope(run, node.scope);
}

function openScope(run: Run, elementId: string): Key {
  const node = run.node(elementId);
  if (node.type !== 'subProcess' && node.type !== 'transaction')
    throw refused(`"${elementId}" (${node.type}) is not open and cannot be opened around an element: start it itself`);
  if (node.loop) throw refused(`"${elementId}" is a loop that is not open: start it itself`);
  const scope = scopeFor(run, node, undefined); // may itself open scopes, which take keys
  const key = run.nextKey();
  run.emit({ type: 'element-activated', key, elementId, scope });
  armBoundaryEvents(run, key, node);
  armEventSubProcesses(run, key, elementId);
  wait(run, key);
  return key;
}

export function nodeOf(run: Run, elementId: string): FlowNode {
  const node = run.process.nodes.get(elementId);
  if (node) return node;
  throw new Rejection('not-found', `expected process "${run.process.id}" to have the element "${elementId}"`);
}

export function refused(why: string): Rejection {
  return new Rejection('not-allowed', `the modification cannot be carried out: ${why}`);
}
