import type { CategoryFate } from './category-import.js';

/** A topic as it is kept. */
export interface KnownCategory {
  readonly code: string;
  readonly name: string;
  readonly parent: string | null;
}

/** A topic that is to be made, after those above it. */
export interface NewCategory extends KnownCategory {
  readonly position: number;
}

const longestName = 50;

/**
 * Finds each line's topic by the names on its way down, and makes what is missing. Topics keep their codes, so a table
 * can be imported again. A new code is its parent's with a number.
 */
export function planImport(
  known: readonly KnownCategory[],
  rows: readonly (readonly string[])[],
): { readonly fates: CategoryFate[]; readonly created: NewCategory[] } {
  const tree = new CategoryTree(known);
  const fates = rows.map((row, index): CategoryFate => {
    const names = trimmed(row);
    const about = { line: index + 1, path: names.join(' / ') };
    const problem = problemOf(names);
    if (problem !== undefined) return { ...about, fate: 'refused', code: null, reason: problem };
    const before = tree.created.length;
    const code = names.reduce<string | null>((parent, name) => tree.find(parent, name) ?? tree.add(parent, name), null);
    return { ...about, fate: tree.created.length > before ? 'created' : 'known', code, reason: null };
  });
  return { fates, created: tree.created };
}

/** The topics by where they are, with those that were added. */
class CategoryTree {
  readonly created: NewCategory[] = [];
  readonly #codes = new Map<string, string>();
  readonly #taken: Set<string>;
  readonly #children = new Map<string | null, number>();

  constructor(known: readonly KnownCategory[]) {
    this.#taken = new Set(known.map(({ code }) => code));
    for (const { code, name, parent } of known) this.#put(parent, name, code);
  }

  find(parent: string | null, name: string): string | undefined {
    return this.#codes.get(placeOf(parent, name));
  }

  add(parent: string | null, name: string): string {
    const position = this.#children.get(parent) ?? 0;
    let number = position + 1;
    const codeOf = (): string => (parent === null ? `t${number}` : `${parent}.${number}`);
    while (this.#taken.has(codeOf())) number += 1;
    const code = codeOf();
    this.#taken.add(code);
    this.#put(parent, name, code);
    this.created.push({ code, name, parent, position });
    return code;
  }

  #put(parent: string | null, name: string, code: string): void {
    this.#codes.set(placeOf(parent, name), code);
    this.#children.set(parent, (this.#children.get(parent) ?? 0) + 1);
  }
}

function placeOf(parent: string | null, name: string): string {
  return `${parent ?? ''}\n${name}`;
}

/** Levels that are empty at the end are left out. */
function trimmed(row: readonly string[]): string[] {
  const names = row.map((name) => name.trim());
  while (names.at(-1) === '') names.pop();
  return names;
}

function problemOf(names: readonly string[]): string | undefined {
  if (names.length === 0) return '空行';
  const gap = names.indexOf('');
  if (gap >= 0) return `第 ${gap + 1} 级没有名称`;
  const long = names.findIndex((name) => name.length > longestName);
  return long >= 0 ? `第 ${long + 1} 级名称超过 ${longestName} 字` : undefined;
}
