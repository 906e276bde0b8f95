import type { CompiledDecision, CompiledDefinitions } from '@lianban/bpmn';

/** A row of a table in its parts. */
interface Row {
  readonly tests: readonly string[];
  readonly results: readonly string[];
}

/** One difference between two versions of a decision; rows are counted from one. */
export type TableDifference =
  | { readonly kind: 'added' | 'removed' | 'columns' | 'logic' | 'order'; readonly table: string }
  | { readonly kind: 'hits'; readonly table: string; readonly before: string; readonly after: string }
  | { readonly kind: 'ruleAdded' | 'ruleRemoved'; readonly table: string; readonly row: number; readonly rule: Row }
  | {
      readonly kind: 'ruleChanged';
      readonly table: string;
      readonly row: number;
      readonly before: Row;
      readonly after: Row;
    };

type Decisions = CompiledDefinitions['decisions'];
type Table = Extract<CompiledDecision['logic'], { kind: 'table' }>;

/** What decisions say otherwise than before; how their files are written does not matter. */
export function tableDifferences(before: Decisions, after: Decisions): readonly TableDifference[] {
  const changed = [...after.values()].flatMap((decision): readonly TableDifference[] => {
    const old = before.get(decision.id);
    if (!old) return [{ kind: 'added', table: decision.name }];
    if (old.logic.kind === 'table' && decision.logic.kind === 'table')
      return inTables(decision.name, old.logic, decision.logic);
    return same(old.logic, decision.logic) ? [] : [{ kind: 'logic', table: decision.name }];
  });
  const removed = [...before.values()].filter(({ id }) => !after.has(id));
  return [...changed, ...removed.map(({ name }): TableDifference => ({ kind: 'removed', table: name }))];
}

function inTables(table: string, old: Table, now: Table): readonly TableDifference[] {
  const found: TableDifference[] = [];
  const hits = ({ hitPolicy, aggregation }: Table) => [hitPolicy, aggregation].filter(Boolean).join(' ');
  if (hits(old) !== hits(now)) found.push({ kind: 'hits', table, before: hits(old), after: hits(now) });
  if (!same([old.inputs, old.outputs], [now.inputs, now.outputs])) found.push({ kind: 'columns', table });
  const was = new Map(old.rules.map((rule, index) => [rule.id, { ...rule, row: index + 1 }]));
  const is = new Set(now.rules.map(({ id }) => id));
  for (const [index, rule] of now.rules.entries()) {
    const before = was.get(rule.id);
    if (!before) found.push({ kind: 'ruleAdded', table, row: index + 1, rule: rowOf(rule) });
    else if (!same(rowOf(before), rowOf(rule)))
      found.push({ kind: 'ruleChanged', table, row: index + 1, before: rowOf(before), after: rowOf(rule) });
  }
  for (const { row, ...rule } of was.values())
    if (!is.has(rule.id)) found.push({ kind: 'ruleRemoved', table, row, rule: rowOf(rule) });
  const kept = (rules: Table['rules'], others: { has(id: string): boolean }) =>
    rules.filter(({ id }) => others.has(id)).map(({ id }) => id);
  if (!same(kept(old.rules, is), kept(now.rules, was))) found.push({ kind: 'order', table });
  return found;
}

function rowOf({ tests, outputs }: Table['rules'][number]): Row {
  // An empty test and a dash are the same.
  return { tests: tests.map((test) => test.trim() || '-'), results: outputs.map((output) => output.trim()) };
}

function same(one: unknown, other: unknown): boolean {
  return JSON.stringify(one) === JSON.stringify(other);
}
