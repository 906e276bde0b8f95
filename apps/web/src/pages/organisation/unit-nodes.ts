import type { UnitOfTree } from '../../api/model.js';

/** A unit with what is below it, as the tree shows it. */
export interface UnitNode {
  readonly key: string;
  readonly unit: UnitOfTree;
  readonly children: UnitNode[];
}

/** The tree of those units that fit a text, with all above them; ended ones only where they are wanted. */
export function nodesOf(units: readonly UnitOfTree[], { q, ended }: { q: string; ended: boolean }): UnitNode[] {
  const nodes = new Map(units.map((unit): [string, UnitNode] => [unit.id, { key: unit.id, unit, children: [] }]));
  const roots: UnitNode[] = [];
  for (const node of nodes.values()) {
    const above = node.unit.parentId === null ? undefined : nodes.get(node.unit.parentId);
    (above?.children ?? roots).push(node);
  }
  const text = q.trim().toLowerCase();
  const fits = ({ name, id }: UnitOfTree) => name.toLowerCase().includes(text) || id.includes(text);
  const kept = (list: readonly UnitNode[]): UnitNode[] =>
    list.flatMap((node) => {
      const children = kept(node.children);
      const shown = fits(node.unit) && (ended || !node.unit.ended);
      return shown || children.length > 0 ? [{ ...node, children }] : [];
    });
  return kept(roots);
}

/** Keys of all nodes. */
export function keysOf(nodes: readonly UnitNode[]): string[] {
  return nodes.flatMap(({ key, children }) => [key, ...keysOf(children)]);
}
