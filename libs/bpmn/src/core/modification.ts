import type { Variables } from '../model/value.js';
import type { Command, ModifyInstruction } from './command.js';
import { Rejection } from './failure.js';
import { takeFlows } from './flows.js';
import { openElement, openInstance } from './guard.js';
import { cancelInstance } from './instance-commands.js';
import { terminate } from './life-cycle.js';
import { nodeOf, refused, scopeFor, startBefore } from './open-scope.js';
import type { Run } from './run.js';
import type { ElementInstance, Key } from './state.js';

/*
 * An operator takes tokens away and puts others elsewhere, for a case that the diagram did not foresee. What is started
 * behaves as if a token had come; scopes around it that are not open are opened without their own start events.
 */

/** Carries out the instructions in order. Scopes that are left empty by it end with them, and so does the instance. */
export function modifyInstance(
  run: Run,
  { instructions, reason }: Extract<Command, { type: 'modify-instance' }>,
): void {
  openInstance(run);
  const emptied = new Set<Key>();
  for (const instruction of instructions) carryOut(run, instruction, reason, emptied);
  for (const scope of emptied) endIfEmpty(run, scope, reason);
  if (isEmpty(run, run.draft.root)) cancelInstance(run, { type: 'cancel-instance', reason });
}

function carryOut(run: Run, instruction: ModifyInstruction, reason: string, emptied: Set<Key>): void {
  switch (instruction.do) {
    case 'cancel':
      return cancelElement(run, openElement(run, instruction.key), reason, emptied);
    case 'cancel-all': {
      nodeOf(run, instruction.elementId);
      const elements = Object.values(run.draft.elements).filter(
        ({ elementId, index }) => elementId === instruction.elementId && index === undefined,
      );
      for (const element of elements) if (run.isLive(element.key)) cancelElement(run, element, reason, emptied);
      return;
    }
    case 'start-before':
      return startBefore(run, instruction.elementId, instruction);
    case 'start-after': {
      const node = nodeOf(run, instruction.elementId);
      if (node.outgoing.length !== 1)
        throw refused(`"${node.id}" has ${node.outgoing.length} outgoing flows: name the flow to take instead`);
      return startOver(run, node.outgoing[0] ?? '', instruction.scope, instruction.variables);
    }
    case 'take-flow':
      return startOver(run, instruction.flowId, instruction.scope, instruction.variables);
  }
}

function startOver(run: Run, flowId: string, wanted: Key | undefined, variables?: Variables): void {
  const flow = run.process.flows.get(flowId);
  if (!flow) throw new Rejection('not-found', `expected process "${run.process.id}" to have the flow "${flowId}"`);
  const scope = scopeFor(run, run.node(flow.source), wanted);
  if (variables) run.emit({ type: 'variables-set', scope, variables });
  takeFlows(run, [flowId], scope);
}

function cancelElement(run: Run, element: ElementInstance, reason: string, emptied: Set<Key>): void {
  terminate(run, element.key, reason);
  const { scope } = element;
  if (scope === null) return;
  // A loop goes on with its other instances; any other scope is looked at when all instructions are carried out.
  if (run.element(scope).part === 'body') run.agenda.addUrgent({ do: 'advance', key: scope });
  else emptied.add(scope);
}

/** Upwards: a sub-process without tokens would complete, and the case would go on where nobody sent it. */
function endIfEmpty(run: Run, scope: Key, reason: string): void {
  if (scope === run.draft.root || !run.isLive(scope) || !isEmpty(run, scope)) return;
  const { scope: outer } = run.element(scope);
  const isTurn = run.element(scope).index !== undefined;
  terminate(run, scope, reason);
  if (outer === null) return;
  if (isTurn) run.agenda.addUrgent({ do: 'advance', key: outer });
  else endIfEmpty(run, outer, reason);
}

function isEmpty(run: Run, scope: Key): boolean {
  return !run.hasChildren(scope) && !run.draft.arrivals[scope] && !run.agenda.hasTokenIn(scope);
}
