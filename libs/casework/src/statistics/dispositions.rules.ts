import type { DispositionCount } from './dispositions.sql.js';
import type { DispositionRow, Dispositions } from './dispositions.js';
import { byTopic } from './rates.rules.js';

const unanswered = { code: '', name: '未填写' };

/**
 * Counts as two tables; topics with the most cases first, units in the order in which they come. A column for cases that
 * were closed without an answer is there only where there are some.
 */
export function dispositionsOf(listed: Dispositions['kinds'], counts: readonly DispositionCount[]): Dispositions {
  const kinds = counts.some(({ disposition }) => disposition === '') ? [...listed, unanswered] : listed;
  const rowsOf = (of: DispositionCount['of']): DispositionRow[] =>
    byTopic(counts.filter((each) => each.of === of)).map((same) => {
      const [{ code, name }] = same;
      const number = (kind: string): number => same.find(({ disposition }) => disposition === kind)?.count ?? 0;
      const row = kinds.map((kind) => number(kind.code));
      return { code, name, total: row.reduce((sum, each) => sum + each, 0), counts: row };
    });
  return {
    kinds,
    topics: rowsOf('topic').sort((a, b) => b.total - a.total || (a.code < b.code ? -1 : 1)),
    units: rowsOf('unit'),
  };
}
