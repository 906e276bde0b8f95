import type { CompiledProcess, Expression, FlowNode, SequenceFlow } from '@lianban/bpmn';
import { messages } from '../../../messages/messages.js';

/** What about an element became another. */
export type ChangedThing = 'name' | 'term' | 'lapse' | 'who' | 'outcomes' | 'form' | 'condition' | 'settings';

/** One difference between two versions of a process. */
export interface Difference {
  readonly kind: 'added' | 'removed' | 'changed';
  readonly element: string;
  /** What people call it; of a flow, both its ends. */
  readonly name: string;
  readonly thing?: ChangedThing;
  /** Where both can be said shortly. */
  readonly before?: string;
  readonly after?: string;
}

/** What a new version of a process does otherwise than the one before. */
export function versionDifferences(before: CompiledProcess, after: CompiledProcess): readonly Difference[] {
  const nodes = [...before.nodes.values()].flatMap((old): Difference[] => {
    const node = after.nodes.get(old.id);
    if (!node) return [{ kind: 'removed', element: old.id, name: placed(old, before) }];
    const name = placed(node, after);
    return changesOf(old, node).map((change) => ({ kind: 'changed', element: node.id, name, ...change }));
  });
  const flows = [...before.flows.values()].flatMap((old): Difference[] => {
    const flow = after.flows.get(old.id);
    if (!flow) return [{ kind: 'removed', element: old.id, name: between(old, before) }];
    const name = between(flow, after);
    const [was, is] = [textOf(old.condition), textOf(flow.condition)];
    const moved = old.source !== flow.source || old.target !== flow.target;
    return [
      ...(moved ? [{ kind: 'changed', element: flow.id, name, thing: 'settings' } as const] : []),
      ...(was === is
        ? []
        : [{ kind: 'changed', element: flow.id, name, thing: 'condition', before: was, after: is } as const]),
    ];
  });
  return [
    ...nodes,
    ...added(before.nodes, after.nodes, (node) => placed(node, after)),
    ...flows,
    ...added(before.flows, after.flows, (flow) => between(flow, after)),
  ];
}

type Change = Pick<Difference, 'thing' | 'before' | 'after'>;

function changesOf(old: FlowNode, node: FlowNode): readonly Change[] {
  const found: Change[] = [];
  const compare = (thing: ChangedThing, was: string, is: string) => {
    if (was !== is) found.push({ thing, before: was, after: is });
  };
  compare('name', named(old), named(node));
  compare('term', termOf(old), termOf(node));
  compare('who', whoOf(old), whoOf(node));
  compare('outcomes', outcomesOf(old), outcomesOf(node));
  compare('form', formOf(old), formOf(node));
  if (outcomesOf(old) === outcomesOf(node) && outcomeActs(old) !== outcomeActs(node)) found.push({ thing: 'outcomes' });
  if ('interrupting' in old && 'interrupting' in node && old.interrupting !== node.interrupting)
    found.push({ thing: 'lapse' });
  if (old.defaultFlow !== node.defaultFlow) found.push({ thing: 'condition' });
  if (restOf(old) !== restOf(node)) found.push({ thing: 'settings' });
  return found;
}

function named({ name, id }: { readonly name?: string; readonly id: string }): string {
  return name ?? id;
}

/** With the step on whose edge it sits, as many events are called alike. */
function placed(node: FlowNode, { nodes }: CompiledProcess): string {
  const host = node.type === 'boundaryEvent' ? nodes.get(node.attachedTo) : undefined;
  return host ? `${named(host)} · ${named(node)}` : named(node);
}

function between({ source, target }: SequenceFlow, process: CompiledProcess): string {
  const name = (id: string) => {
    const node = process.nodes.get(id);
    return node ? placed(node, process) : id;
  };
  return `${name(source)} → ${name(target)}`;
}

function termOf(node: FlowNode): string {
  if (!('trigger' in node) || node.trigger.type !== 'timer') return '';
  const { value, calendar } = node.trigger.timer;
  return [textOf(value), typeof calendar === 'string' ? calendar : textOf(calendar)].filter(Boolean).join(' ');
}

function whoOf(node: FlowNode): string {
  if (node.type !== 'userTask') return '';
  const { unit, candidateGroups, candidateUsers, assignee } = node.assignment;
  return [unit, candidateGroups, candidateUsers, assignee].map(textOf).filter(Boolean).join(' ');
}

function formOf(node: FlowNode): string {
  return node.type === 'userTask' ? (node.form ?? '') : '';
}

function outcomesOf(node: FlowNode): string {
  if (node.type !== 'userTask') return '';
  return node.outcomes
    .map(({ name, opinion }) => (opinion === 'required' ? `${name}*` : name))
    .join(messages.marks.list);
}

/** What the names and opinions do not say. */
function outcomeActs(node: FlowNode): string {
  return node.type === 'userTask' ? JSON.stringify(node.outcomes, inOrder) : '';
}

/** What is told apart, and how an element hangs together with others. */
const told: ReadonlySet<string> = new Set([
  'name',
  'incoming',
  'outgoing',
  'boundary',
  'defaultFlow',
  'assignment',
  'interrupting',
  'outcomes',
  'form',
]);

/** All else; a file may be written in another order. */
function restOf(node: FlowNode): string {
  const timed = 'trigger' in node && node.trigger.type === 'timer';
  const rest = Object.entries(node).filter(([key]) => !told.has(key) && !(timed && key === 'trigger'));
  return JSON.stringify(Object.fromEntries(rest), inOrder);
}

function inOrder(_key: string, value: unknown): unknown {
  if (typeof value !== 'object' || value === null || Array.isArray(value)) return value;
  return Object.fromEntries(Object.entries(value).sort(([a], [b]) => (a < b ? -1 : 1)));
}

function textOf(expression: Expression | undefined): string {
  if (!expression) return '';
  return expression.kind === 'literal' ? String(expression.value) : expression.source;
}

function added<Thing extends { readonly id: string }>(
  before: ReadonlyMap<string, Thing>,
  after: ReadonlyMap<string, Thing>,
  name: (thing: Thing) => string,
): readonly Difference[] {
  return [...after.values()]
    .filter(({ id }) => !before.has(id))
    .map((thing) => ({ kind: 'added', element: thing.id, name: name(thing) }));
}
