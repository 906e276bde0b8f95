import type { MigrateInstance } from '../core/command.js';
import type { CompiledProcess } from '../model/compiled-process.js';
import { isActivity, type FlowNode } from '../model/flow-node.js';

/** Which element of the old version is which of the new; what is not named has no counterpart. */
export interface MigrationPlan {
  readonly from: string;
  readonly to: string;
  /** Elements and flows by their old ids. */
  readonly mapping: Readonly<Record<string, string>>;
  /** Events of the new version whose terms begin anew instead of running on. */
  readonly anew: readonly string[];
}

/** What an administrator changes in a plan made by itself: null takes a pair out. */
export interface PlanChanges {
  readonly mapping?: Readonly<Record<string, string | null>>;
  readonly anew?: readonly string[];
}

/**
 * Proposes a plan: an element is the one of the same id and kind, else the only new one of the same kind and name in the
 * same place; a flow is the one of the same id, or the only one between the same elements.
 */
export function migrationPlan(from: CompiledProcess, to: CompiledProcess, changes: PlanChanges = {}): MigrationPlan {
  const { mapping: edited = {}, anew = [] } = changes;
  const mapping = new Map<string, string>([[from.id, to.id]]);
  const set = (id: string, target: string | undefined): void => {
    const wanted = edited[id];
    const chosen = wanted === undefined ? target : (wanted ?? undefined);
    if (chosen !== undefined) mapping.set(id, chosen);
  };
  for (const node of outermostFirst(from)) set(node.id, counterpart(node, from, to, mapping));
  for (const { id, source, target } of from.flows.values()) {
    const ends = (flow: { source: string; target: string } | undefined): boolean =>
      flow !== undefined && mapping.get(source) === flow.source && mapping.get(target) === flow.target;
    const between = [...to.flows.values()].filter(ends);
    set(id, ends(to.flows.get(id)) ? id : between.length === 1 ? between[0]?.id : undefined);
  }
  return { from: from.id, to: to.id, mapping: Object.fromEntries(mapping), anew };
}

/** The command that carries a plan out. */
export function migrateCommand(plan: MigrationPlan, to: CompiledProcess): MigrateInstance {
  const images = new Set(Object.values(plan.mapping));
  const events = [...to.nodes.values()].flatMap((node) => (isActivity(node) ? node.boundary : []));
  const starts = [...to.scopes.values()].flatMap(({ eventStarts }) => eventStarts);
  return {
    type: 'migrate-instance',
    from: plan.from,
    renamed: Object.fromEntries(
      Object.entries(plan.mapping).filter(([id, target]) => id !== target && id !== plan.from),
    ),
    added: [...events, ...starts].filter((id) => !images.has(id)),
    anew: plan.anew,
  };
}

function counterpart(
  node: FlowNode,
  from: CompiledProcess,
  to: CompiledProcess,
  mapping: ReadonlyMap<string, string>,
): string | undefined {
  const same = to.nodes.get(node.id);
  if (same) return same.type === node.type ? same.id : undefined;
  if (node.name === undefined) return undefined;
  const alike = [...to.nodes.values()].filter(
    ({ id, type, name, scope }) =>
      type === node.type && name === node.name && scope === mapping.get(node.scope) && !from.nodes.has(id),
  );
  return alike.length === 1 ? alike[0]?.id : undefined;
}

/** So that the place of a scope is known before what lies in it. */
function outermostFirst(process: CompiledProcess): FlowNode[] {
  const depth = ({ scope }: FlowNode): number => {
    const outer = process.nodes.get(scope);
    return outer ? depth(outer) + 1 : 0;
  };
  return [...process.nodes.values()].sort((a, b) => depth(a) - depth(b));
}
