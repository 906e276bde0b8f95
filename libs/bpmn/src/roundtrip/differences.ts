import type { ModdleElement } from '../reader/moddle-element.js';

/** Something that two trees disagree about, and the nearest element that has an id. */
export interface Difference {
  readonly element: string | undefined;
  readonly message: string;
}

type Pair = readonly [before: unknown, after: unknown, element: string | undefined, place: string];

/** Where the second tree of elements says something else than the first, or nothing; references count by their id. */
export function differencesOf(before: ModdleElement, after: ModdleElement): readonly Difference[] {
  const differences: Difference[] = [];
  const pairs: Pair[] = [[before, after, before.id, before.$type]];
  const seen = new Set<unknown>();
  for (let pair = pairs.pop(); pair; pair = pairs.pop()) {
    const [first, second, element, place] = pair;
    if (isRecord(first) && isRecord(second)) {
      if (seen.has(first)) continue;
      seen.add(first);
      pairs.push(...inner(first, second, element, place));
    } else if (first !== second) {
      differences.push({ element, message: `${place} is ${shown(first)} and would become ${shown(second)}` });
    }
  }
  return differences;
}

function inner(first: Fields, second: Fields, element: string | undefined, place: string): Pair[] {
  const at = idOf(first) ?? element;
  const names = new Set([...Object.keys(first), ...Object.keys(second), ...ownNames(first), ...ownNames(second)]);
  return [...names].filter(isContent).map((name) => [first[name], second[name], at, `${place}/${name}`] as const);
}

/** Declarations of namespaces, and types that the schema knows anyway, say nothing about the diagram. */
function isContent(name: string): boolean {
  return !/^xmlns(?::|$)|^\w+:type$/u.test(name);
}

type Fields = Readonly<Record<string, unknown>>;

function isRecord(value: unknown): value is Fields {
  return typeof value === 'object' && value !== null;
}

/** The parser keeps type and foreign attributes out of sight. */
function ownNames(fields: Fields): string[] {
  return ['$type', '$attrs', '$children', '$body'].filter((name) => fields[name] !== undefined);
}

function idOf(fields: Fields): string | undefined {
  return typeof fields['id'] === 'string' ? fields['id'] : undefined;
}

function shown(value: unknown): string {
  return value === undefined ? 'nothing' : isRecord(value) ? 'an element' : JSON.stringify(value);
}
