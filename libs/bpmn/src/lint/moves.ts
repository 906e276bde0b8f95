import type { Command } from '../core/command.js';
import type { InstanceState } from '../core/state.js';
import { triggersOf } from '../model/trigger.js';
import { chosenFlows, type AbstractProcess } from './abstract-process.js';

/** Something that can happen next. */
export interface Move {
  readonly command: Command;
  /** The event that makes tokens beside the others on purpose, where it is one. */
  readonly splits?: string;
}

/** Subsets of flows that are tried where several may be taken: each alone, all, and up to three in any company. */
const mostForAllSubsets = 3;

/** Everything that can happen next in a state. */
export function movesIn(explored: AbstractProcess, state: InstanceState): Move[] {
  const { process } = explored;
  const moves: Move[] = [];
  const errors = codesCaught(explored);
  for (const { key, elementId, phase, part } of Object.values(state.elements)) {
    const node = process.nodes.get(elementId);
    if (phase !== 'waiting' || part !== undefined || node?.type !== 'userTask') continue;
    for (const variables of resultsOf(explored, elementId, node.outgoing))
      moves.push({ command: { type: 'complete-element', key, variables } });
    if (explored.choices.has(elementId) && node.boundary.length === 0) continue;
    for (const code of errors.error) moves.push({ command: { type: 'throw-error', key, code } });
    for (const code of errors.escalation)
      moves.push({ command: { type: 'throw-escalation', key, code }, splits: `escalation ${code}` });
  }
  const splits = (elementId: string): { readonly splits?: string } => {
    const node = process.nodes.get(elementId);
    return node !== undefined && 'interrupting' in node && !node.interrupting ? { splits: elementId } : {};
  };
  for (const { key, elementId } of Object.values(state.timers))
    moves.push({ command: { type: 'trigger-timer', key }, ...splits(elementId) });
  for (const { key, elementId } of Object.values(state.subscriptions))
    moves.push({ command: { type: 'trigger-subscription', key, variables: {} }, ...splits(elementId) });
  return moves;
}

function resultsOf(
  { choices }: AbstractProcess,
  id: string,
  flows: readonly string[],
): Record<string, readonly string[]>[] {
  const kind = choices.get(id);
  if (!kind) return [{}];
  const singles = flows.map((flow) => [flow]);
  if (kind === 'one') return singles.map((chosen) => ({ [chosenFlows]: chosen }));
  const several = flows.length <= mostForAllSubsets ? subsets(flows) : [...singles, [...flows]];
  return several.map((chosen) => ({ [chosenFlows]: chosen }));
}

function subsets(flows: readonly string[]): string[][] {
  const all = flows.reduce<string[][]>((found, flow) => [...found, ...found.map((one) => [...one, flow])], [[]]);
  return all.filter((one) => one.length > 0);
}

/** Codes that somebody catches; work may end with any of them. */
function codesCaught({ process }: AbstractProcess): { readonly error: string[]; readonly escalation: string[] } {
  const caught = { error: new Set<string>(), escalation: new Set<string>() };
  for (const node of process.nodes.values()) {
    if (node.type !== 'boundaryEvent' && node.type !== 'startEvent') continue;
    for (const trigger of triggersOf(node.trigger))
      if (trigger.type === 'error' || trigger.type === 'escalation') caught[trigger.type].add(trigger.code ?? 'any');
  }
  return { error: [...caught.error], escalation: [...caught.escalation] };
}
