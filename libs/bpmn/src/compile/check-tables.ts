import type { CompiledDecision, DecisionRule, DecisionTable } from '../decision/decision-model.js';
import { passesUnaryTests } from '../expression/evaluate.js';
import type { Instant } from '../model/value.js';
import type { ProblemList } from '../reader/problem-list.js';
import { samplesOf, type Sample } from './table-samples.js';

/** More combinations are not tried. */
const mostCases = 20_000;
const now: Instant = '2026-01-02T00:00:00.000Z';

/**
 * Warns of gaps and overlaps of decision tables (DMN 1.3 §8.2.11): inputs for which no rule is there, several rules
 * where the hit policy allows one, and rules that others before them always hide. What tests other variables or dates
 * is not looked at.
 */
export function checkTables(decisions: Iterable<CompiledDecision>, problems: ProblemList): void {
  for (const { id, logic } of decisions) if (logic.kind === 'table') checkTable(id, logic, problems);
}

function checkTable(id: string, table: DecisionTable, problems: ProblemList): void {
  const columns = columnsOf(table);
  if (!columns) return;
  const found = lookAt(table, columns);
  const shown = (samples: readonly Sample[]) =>
    samples.map((sample, index) => `${table.inputs[index]?.label ?? ''} = ${JSON.stringify(sample)}`).join(', ');
  if (found.gap && needsRule(table))
    problems.warning(
      'decision-gap',
      id,
      `no rule is there for ${shown(found.gap)}; add one, or a last rule with "-" in every column`,
    );
  if (found.overlap && table.hitPolicy === 'UNIQUE')
    problems.warning(
      'decision-overlap',
      id,
      `the hit policy UNIQUE allows one rule, but ${found.overlap.rules.join(' and ')} hold for ${shown(found.overlap.samples)}`,
    );
  if (table.hitPolicy === 'FIRST')
    for (const rule of found.hidden)
      problems.warning('decision-hidden', rule, 'rules before this one always hide it; move it up or leave it out');
}

/** A column: its values, and for each the rules that let it pass, as bits. */
interface Column {
  readonly samples: readonly Sample[];
  readonly masks: readonly bigint[];
}

function columnsOf(table: DecisionTable): readonly Column[] | undefined {
  const columns: Column[] = [];
  let cases = 1;
  for (const index of table.inputs.keys()) {
    const samples = samplesOf(table, index, now);
    if (!samples || samples.length === 0 || (cases *= samples.length) > mostCases) return undefined;
    columns.push({ samples, masks: samples.map((sample) => maskOf(table.rules, index, sample)) });
  }
  return columns;
}

function maskOf(rules: readonly DecisionRule[], index: number, sample: Sample): bigint {
  return rules.reduce(
    (mask, rule, place) => (passes(rule.tests[index], sample) ? mask | (1n << BigInt(place)) : mask),
    0n,
  );
}

function passes(test: string | undefined, sample: Sample): boolean {
  const tests = test?.trim() ?? '';
  if (tests === '' || tests === '-') return true;
  const passed = passesUnaryTests(tests, sample, {}, now);
  return passed.ok && passed.value;
}

interface Findings {
  gap: readonly Sample[] | undefined;
  overlap: { readonly rules: readonly string[]; readonly samples: readonly Sample[] } | undefined;
  /** Ids of rules that hold somewhere, but always after another. */
  readonly hidden: readonly string[];
}

function lookAt({ rules }: DecisionTable, columns: readonly Column[]): Findings {
  const all = (1n << BigInt(rules.length)) - 1n;
  const found: Findings = { gap: undefined, overlap: undefined, hidden: [] };
  let held = 0n;
  let first = 0n;
  const go = (depth: number, mask: bigint, samples: readonly Sample[]): void => {
    const column = columns[depth];
    if (column)
      return column.samples.forEach((sample, at) =>
        go(depth + 1, mask & (column.masks[at] ?? 0n), [...samples, sample]),
      );
    held |= mask;
    first |= mask & -mask;
    if (mask === 0n) found.gap ??= samples;
    else if (mask !== (mask & -mask)) found.overlap ??= { rules: namesOf(rules, mask), samples };
  };
  go(0, all, []);
  return { ...found, hidden: namesOf(rules, held & ~first) };
}

function namesOf(rules: readonly DecisionRule[], mask: bigint): string[] {
  return rules.filter((_, place) => (mask >> BigInt(place)) & 1n).map(({ id }) => id);
}

/** Lists of hits may be empty, and a default value answers what no rule does. */
function needsRule({ hitPolicy, outputs }: DecisionTable): boolean {
  const single = ['UNIQUE', 'FIRST', 'PRIORITY', 'ANY'].includes(hitPolicy);
  return single && !outputs.some(({ defaultValue }) => defaultValue);
}
