import { messages } from '../../../messages/messages.js';
import { drawingWords } from '../../../messages/workflow-words.js';
import type { TableDifference } from './table-differences.js';

const words = drawingWords.difference;

/** A difference of a decision table in words. */
export function tableDifferenceText(difference: TableDifference): string {
  const { table } = difference;
  switch (difference.kind) {
    case 'hits':
      return words.hits(table, policyText(difference.before), policyText(difference.after));
    case 'ruleAdded':
    case 'ruleRemoved':
      return words[difference.kind](table, difference.row, rowText(difference.rule));
    case 'ruleChanged':
      return words.ruleChanged(table, difference.row, rowText(difference.before), rowText(difference.after));
    default:
      return words[difference.kind](table);
  }
}

function policyText(hits: string): string {
  const [policy, ...aggregation] = hits.startsWith('COLLECT ') ? hits.split(' ') : [hits];
  return [words.policies[policy ?? ''] ?? policy, ...aggregation].join(' ');
}

function rowText(row: { readonly tests: readonly string[]; readonly results: readonly string[] }): string {
  return words.rule(row.tests.join(messages.marks.phrase), row.results.join(messages.marks.phrase));
}
