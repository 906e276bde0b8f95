import { parseExpression, parseUnaryTests } from 'feelin';

/** A variable that a text reads, or a part of one, and the plain values that stand beside it in comparisons. */
export interface VariableRead {
  /** As `returned.unit`. */
  readonly path: string;
  readonly values: readonly ComparedValue[];
}

export type ComparedValue = string | number | boolean;

type Node = ReturnType<typeof parseExpression>['topNode'];

/** Functions of FEEL that are also written without parentheses, as values. */
const functions = new Set(['now', 'today']);

/**
 * What a FEEL expression reads from outside itself, in the order of the text. Rather too little than too much: inside
 * a filter a name may be a part of the item, so none of it counts, and a name that is bound anywhere in a loop, function
 * or context is bound in all of it.
 */
export function variablesRead(feel: string): readonly VariableRead[] {
  return readsUnder(parseExpression(feel, {}, undefined).topNode, feel, new Set());
}

/** What unary tests, the cells of a table, read beside the value that is tested. */
export function variablesReadByTests(tests: string): readonly VariableRead[] {
  return readsUnder(parseUnaryTests(tests, {}, undefined).topNode, tests, new Set());
}

/** The plain values that unary tests name. */
export function valuesInTests(tests: string): readonly ComparedValue[] {
  return valuesUnder(parseUnaryTests(tests, {}, undefined).topNode, tests);
}

function readsUnder(node: Node, feel: string, bound: ReadonlySet<string>): readonly VariableRead[] {
  switch (node.name) {
    case 'VariableName':
      return readOf([nameOf(node, feel)], bound);
    case 'PathExpression':
      return pathRead(node, feel, bound);
    case 'FilterExpression': {
      const list = node.firstChild;
      return list ? readsUnder(list, feel, bound) : [];
    }
    case 'FunctionInvocation': {
      const [called, ...given] = childrenOf(node);
      const caller = called && called.name !== 'VariableName' ? readsUnder(called, feel, bound) : [];
      return [...caller, ...given.flatMap((each) => readsUnder(each, feel, bound))];
    }
    case 'Type':
      return [];
    case 'ForExpression':
    case 'QuantifiedExpression':
    case 'FunctionDefinition':
    case 'Context':
      return below(node, feel, new Set([...bound, ...boundUnder(node, feel)]));
    case 'Comparison':
      return compared(node, below(node, feel, bound), feel);
    default:
      return below(node, feel, bound);
  }
}

function below(node: Node, feel: string, bound: ReadonlySet<string>): readonly VariableRead[] {
  return childrenOf(node).flatMap((child) => readsUnder(child, feel, bound));
}

/** `a.b.c` as one; of what is computed, what it is computed from. */
function pathRead(node: Node, feel: string, bound: ReadonlySet<string>): readonly VariableRead[] {
  const names: string[] = [];
  let root: Node | null = node;
  while (root?.name === 'PathExpression') {
    const { firstChild, lastChild }: Node = root;
    if (lastChild) names.unshift(nameOf(lastChild, feel));
    root = firstChild;
  }
  if (!root) return [];
  return root.name === 'VariableName' ? readOf([nameOf(root, feel), ...names], bound) : readsUnder(root, feel, bound);
}

function readOf(path: readonly string[], bound: ReadonlySet<string>): readonly VariableRead[] {
  const [name = ''] = path;
  return bound.has(name) || functions.has(name) ? [] : [{ path: path.join('.'), values: [] }];
}

/** Where one variable is compared with plain values, these are its. */
function compared(node: Node, reads: readonly VariableRead[], feel: string): readonly VariableRead[] {
  const [read, another] = reads;
  return read && !another ? [{ ...read, values: [...read.values, ...valuesUnder(node, feel)] }] : reads;
}

function valuesUnder(node: Node, feel: string): readonly ComparedValue[] {
  const text = feel.slice(node.from, node.to);
  switch (node.name) {
    case 'StringLiteral':
      return [text.slice(1, -1)];
    case 'NumericLiteral':
      return [Number(text)];
    case 'BooleanLiteral':
      return [text === 'true'];
    default:
      return childrenOf(node).flatMap((child) => valuesUnder(child, feel));
  }
}

function boundUnder(node: Node, feel: string): readonly string[] {
  return childrenOf(node).flatMap((child) =>
    child.name === 'Name' || child.name === 'ParameterName' ? [nameOf(child, feel)] : boundUnder(child, feel),
  );
}

function nameOf(node: Node, feel: string): string {
  return feel.slice(node.from, node.to).trim();
}

function childrenOf(node: Node): readonly Node[] {
  const children: Node[] = [];
  for (let child = node.firstChild; child; child = child.nextSibling) children.push(child);
  return children;
}
