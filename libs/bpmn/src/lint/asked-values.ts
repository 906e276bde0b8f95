import { expressionsIn } from '../compile/check-expressions.js';
import type { CompiledDecision } from '../decision/decision-model.js';
import {
  valuesInTests,
  variablesRead,
  variablesReadByTests,
  type ComparedValue,
  type VariableRead,
} from '../expression/variable-reads.js';
import type { CompiledDefinitions, CompiledProcess } from '../model/compiled-process.js';
import { isActivity, type FlowNode } from '../model/flow-node.js';
import type { Expression } from '../model/expression.js';

/** A value that a diagram reads and that somebody has to give, with the plain ones that the diagram tells apart. */
export interface AskedValue {
  /** Of a variable, or of a part of one as `returned.unit`. */
  readonly path: string;
  readonly values: readonly ComparedValue[];
}

/** A process, and what it was compiled with: the decisions that it asks and the processes that it calls. */
export interface Asking {
  readonly process: CompiledProcess;
  readonly definitions: CompiledDefinitions;
}

/**
 * What a case has to bring along: whatever is read of the variables that it is `given`, and what nothing in the diagram
 * writes down and no step is asked for.
 */
export function askedAtStart(asking: Asking, given: ReadonlySet<string>): readonly AskedValue[] {
  const written = allWritten(asking);
  const asked = new Set(
    [...asking.process.nodes.values()].flatMap((node) => askedAt(asking, node.id).map(({ path }) => rootOf(path))),
  );
  const isMissing = (name: string) => !written.has(name) && !asked.has(name);
  return together(allReads(asking).filter(({ path }) => given.has(rootOf(path)) || isMissing(rootOf(path))));
}

/**
 * What somebody may have to give who finishes a step: what its mappings take of the result, or, as without them all of
 * it is kept, what is decided by up to the next step. The outcome itself is not among it.
 */
export function askedAt(asking: Asking, elementId: string): readonly AskedValue[] {
  const node = asking.process.nodes.get(elementId);
  if (!node || (node.type !== 'userTask' && node.type !== 'serviceTask' && node.type !== 'sendTask')) return [];
  const written = allWritten(asking);
  const read =
    node.outputs.length > 0
      ? readsOf(node.outputs)
      : readsBehind(node, asking).filter(({ path }) => !written.has(rootOf(path)));
  const parts = allReads(asking);
  const exact = read.flatMap((each) => {
    const deeper = parts.filter(({ path }) => path.startsWith(`${each.path}.`));
    return deeper.length > 0 ? deeper : [each, ...parts.filter(({ path }) => path === each.path)];
  });
  return together(exact.filter(({ path }) => rootOf(path) !== 'outcome'));
}

/** The variable of a path. */
export function rootOf(path: string): string {
  return path.split('.', 1)[0] ?? path;
}

/** Gateways, decisions and computations behind a step, up to where somebody is waited for again. */
function readsBehind(start: FlowNode, asking: Asking): readonly VariableRead[] {
  const { nodes, flows } = asking.process;
  const reads: VariableRead[] = [];
  const seen = new Set<string>([start.id]);
  const open: FlowNode[] = [start];
  for (let node = open.pop(); node; node = open.pop()) {
    const leaving = node.type === 'endEvent' ? (nodes.get(node.scope)?.outgoing ?? []) : node.outgoing;
    for (const id of leaving) {
      const flow = flows.get(id);
      const next = flow && nodes.get(flow.target);
      if (flow?.condition) reads.push(...readsOf(flow.condition));
      if (!next || seen.has(next.id) || !isPassing(next)) continue;
      seen.add(next.id);
      open.push(next);
      if (next.type === 'businessRuleTask' || next.type === 'scriptTask') reads.push(...readsOfNode(next, asking));
    }
  }
  return reads;
}

function isPassing({ type }: FlowNode): boolean {
  return (
    type.endsWith('Gateway') || ['businessRuleTask', 'scriptTask', 'task', 'manualTask', 'endEvent'].includes(type)
  );
}

/** All that a process and the decisions that it asks read. */
export function allReads(asking: Asking): readonly VariableRead[] {
  const { nodes, flows, lanes } = asking.process;
  return [
    ...[...nodes.values()].flatMap((node) => readsOfNode(node, asking)),
    ...[...flows.values(), ...lanes.values()].flatMap(readsOf),
  ];
}

/** What an element reads; what its inputs give it, it does not read from outside. */
function readsOfNode(node: FlowNode, { definitions: { decisions } }: Asking): readonly VariableRead[] {
  const decided = node.type === 'businessRuleTask' ? readsOfDecision(node.decision ?? '', decisions, new Set()) : [];
  const own = new Set('inputs' in node ? node.inputs.map(({ target }) => target) : []);
  if (isActivity(node) && node.loop?.kind === 'multi-instance')
    own.add(node.loop.elementVariable ?? '').add('loopCounter');
  return [...decided, ...readsOf(node)].filter(({ path }) => !own.has(rootOf(path)));
}

/** What the expressions anywhere in a record read. */
export function readsOf(record: unknown): readonly VariableRead[] {
  return [...expressionsIn(record)].flatMap((expression: Expression) =>
    expression.kind === 'feel' ? variablesRead(expression.feel) : [],
  );
}

/** Of tables and of single expressions; what else a decision may be binds names of its own and is not looked into. */
function readsOfDecision(
  id: string,
  decisions: CompiledDefinitions['decisions'],
  seen: Set<string>,
): readonly VariableRead[] {
  const decision = decisions.get(id);
  if (!decision || seen.has(id)) return [];
  seen.add(id);
  const required = decision.requires.flatMap((each) => readsOfDecision(each, decisions, seen));
  const known = new Set(decision.requires.map((each) => decisions.get(each)?.variable));
  return [...required, ...readsOfLogic(decision).filter(({ path }) => !known.has(rootOf(path)))];
}

function readsOfLogic({ logic }: CompiledDecision): readonly VariableRead[] {
  if (logic.kind === 'literal') return variablesRead(logic.expression);
  if (logic.kind !== 'table') return [];
  const { inputs, rules } = logic;
  const columns = inputs.flatMap(({ expression, allowed }, column) => {
    const tests = [...rules.map((rule) => rule.tests[column] ?? ''), allowed ?? ''].filter(isTest);
    const [read, ...others] = variablesRead(expression);
    const values = others.length === 0 ? tests.flatMap(valuesInTests) : [];
    const tested = read ? [{ path: read.path, values: [...read.values, ...values] }, ...others] : [];
    return [...tested, ...tests.flatMap(variablesReadByTests)];
  });
  return [...columns, ...rules.flatMap(({ outputs }) => outputs.flatMap(variablesRead))];
}

function isTest(text: string): boolean {
  return text.trim() !== '' && text.trim() !== '-';
}

/** Variables that something in the diagram, or in what it calls, may write. */
function allWritten({ definitions }: Asking): ReadonlySet<string> {
  return new Set([...definitions.processes.values()].flatMap(({ nodes }) => [...nodes.values()].flatMap(namesWritten)));
}

/** Variables that an element may write. */
export function namesWritten(node: FlowNode): readonly string[] {
  const mapped = [
    ...('outputs' in node ? node.outputs : []),
    ...('dataOutputs' in node ? (node.dataOutputs ?? []) : []),
  ].map(({ target }) => target);
  const result = 'resultVariable' in node && node.resultVariable ? [node.resultVariable] : [];
  const loop = isActivity(node) && node.loop?.kind === 'multi-instance' ? [node.loop.outputCollection ?? ''] : [];
  return [...mapped, ...result, ...loop];
}

/** One of each path, with all that it is compared with. */
function together(reads: readonly VariableRead[]): readonly AskedValue[] {
  const values = new Map<string, Set<ComparedValue>>();
  for (const read of reads) {
    const known = values.get(read.path) ?? new Set();
    for (const value of read.values) known.add(value);
    values.set(read.path, known);
  }
  return [...values].map(([path, all]) => ({ path, values: [...all] }));
}
