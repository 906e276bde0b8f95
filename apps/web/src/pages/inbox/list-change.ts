import type { Task } from '../../api/model.js';

/** A line as somebody sees it. */
type Line = Pick<Task, 'id' | 'step' | 'assignee' | 'light' | 'suspended'>;

/** A list as it is on the screen. */
export interface ShownList {
  readonly lines: readonly Line[];
  /** Whether nothing comes after them. */
  readonly complete: boolean;
  /** Lines of a page. */
  readonly size: number;
}

/**
 * How many lines are new at the beginning of a list; 0: something else there is different; undefined: it is as it was.
 *
 * @param start the first page as it is by now
 */
export function listChange({ lines, complete, size }: ShownList, start: readonly Line[]): number | undefined {
  const known = new Set(lines.map(({ id }) => id));
  const lastKnown = start.findLastIndex(({ id }) => known.has(id));
  // Behind the last known line of a list that goes on stands what was there before, and only moved up.
  const fresh = start.filter(({ id }, at) => !known.has(id) && (complete || at < lastKnown)).length;
  if (fresh > 0) return fresh;
  return looks(start) === looks(lines.slice(0, size)) ? undefined : 0;
}

/** What of lines is seen and may change. */
function looks(lines: readonly Line[]): string {
  return JSON.stringify(
    lines.map(({ id, step, assignee, light, suspended }) => [id, step, assignee, light, suspended]),
  );
}
