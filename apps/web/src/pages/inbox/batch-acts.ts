import type { Box, TaskBatch } from '../../api/model.js';

/** What can be done to many lines at once. */
export type BatchAct = TaskBatch['act'];

/**
 * What the lines of a box can be subjected to by somebody: tasks that wait are claimed, or given to somebody by who
 * assigns them; what one holds is given back or handed over; whoever waits for others presses for an answer.
 */
export function batchActs(box: Box, may: (permission: string) => boolean): readonly BatchAct[] {
  const handles = may('task.handle');
  switch (box) {
    case 'claimable':
      return [
        ...(handles ? (['claim'] as const) : []),
        ...(handles && may('task.assign') ? (['assign'] as const) : []),
      ];
    case 'todo':
      return handles ? ['release', 'assign'] : [];
    case 'done':
    case 'registered':
    case 'copied':
      return may('case.register') || may('supervision.read') ? ['urge'] : [];
  }
}
