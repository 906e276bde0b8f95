import { parseExpression, parseUnaryTests } from 'feelin';

/** Where a FEEL text stops being FEEL: offset from its start, in characters. */
export interface SyntaxFault {
  readonly position: number;
  readonly near: string;
}

/** Names that a text may use; those with spaces in them are read as one name only when they are known. */
export type KnownNames = Readonly<Record<string, unknown>>;

/** The first syntax fault of a FEEL expression, or undefined when there is none. */
export function expressionFault(feel: string, names: KnownNames = {}): SyntaxFault | undefined {
  return faultOf(parseExpression(feel, names, undefined), feel);
}

/** The first syntax fault of FEEL unary tests (a cell of a decision table). */
export function unaryTestsFault(feel: string, names: KnownNames = {}): SyntaxFault | undefined {
  return faultOf(parseUnaryTests(feel, names, undefined), feel);
}

/** A fault in words, with enough of the text to know it again. */
export function faultText(source: string, { position, near }: SyntaxFault): string {
  const text = source.length > 200 ? `${source.slice(0, 200)}…` : source;
  return `FEEL "${text}" is wrong at character ${position + 1}, ${near === '' ? 'at its end' : `near "${near}"`}`;
}

function faultOf(tree: ReturnType<typeof parseExpression>, feel: string): SyntaxFault | undefined {
  let fault: SyntaxFault | undefined;
  tree.iterate({
    enter(node) {
      if (!node.type.isError || fault) return;
      fault = { position: node.from, near: feel.slice(node.from, node.from + 20) };
    },
  });
  if (!fault && feel.trim() === '') return { position: 0, near: '' };
  return fault;
}
