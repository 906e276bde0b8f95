import type { KeptCategory } from '../../api/model.js';

/** A topic with the names of everything above it. */
export interface PlacedCategory extends KeptCategory {
  readonly path: string;
}

/** Each topic before those below it, with its path. */
export function placed(categories: readonly KeptCategory[]): PlacedCategory[] {
  const below = new Map<string | null, KeptCategory[]>();
  for (const category of categories) {
    const siblings = below.get(category.parent) ?? [];
    siblings.push(category);
    below.set(category.parent, siblings);
  }
  const from = (parent: string | null, above: string): PlacedCategory[] =>
    (below.get(parent) ?? []).flatMap((category) => {
      const path = above === '' ? category.name : `${above} / ${category.name}`;
      return [{ ...category, path }, ...from(category.code, path)];
    });
  return from(null, '');
}
