import {
  expressionFault,
  faultText,
  unaryTestsFault,
  type KnownNames,
  type SyntaxFault,
} from '../expression/feel-syntax.js';
import { elementsOf, elementOf, type ModdleElement } from './moddle-element.js';
import type { ProblemList } from './problem-list.js';

/** Tells of every FEEL text of a DMN file that does not parse. */
export class FeelChecker {
  readonly #names: KnownNames;

  constructor(
    definitions: ModdleElement,
    readonly problems: ProblemList,
  ) {
    this.#names = withParts([...namesIn(definitions)]);
  }

  expression(element: string | undefined, feel: string): void {
    this.#tell(element, feel, expressionFault(feel, this.#names));
  }

  unaryTests(element: string | undefined, feel: string): void {
    this.#tell(element, feel, unaryTestsFault(feel, this.#names));
  }

  #tell(element: string | undefined, feel: string, fault: SyntaxFault | undefined): void {
    if (fault) this.problems.error('expression-syntax', element, faultText(feel, fault));
  }
}

/** How deep a path of names with spaces in them may be, as in `Person.Home Address.Post Code`. */
const DEPTH = 3;

/** Any name of the file may stand alone, and be a part of any other. */
function withParts(names: readonly string[]): KnownNames {
  let parts: KnownNames = {};
  for (let depth = 0; depth < DEPTH; depth += 1) parts = Object.fromEntries(names.map((name) => [name, parts]));
  return parts;
}

/** Names of everything in a file that FEEL can name: elements, variables, parameters, columns, parts of types. */
function* namesIn(root: ModdleElement): Generator<string> {
  const stack: ModdleElement[] = [root];
  const seen = new Set<ModdleElement>(stack);
  for (let element = stack.pop(); element; element = stack.pop()) {
    if (element.name !== undefined && element.name !== '') yield element.name;
    for (const property of Object.keys(element).filter((key) => !key.startsWith('$'))) {
      const child = elementOf(element, property);
      for (const next of [...(child ? [child] : []), ...elementsOf(element, property)]) {
        if (typeof next !== 'object' || seen.has(next)) continue;
        seen.add(next);
        stack.push(next);
      }
    }
  }
}
