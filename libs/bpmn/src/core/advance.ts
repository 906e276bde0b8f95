import { advanceAdHoc } from './ad-hoc.js';
import { advanceLoop } from './loops.js';
import type { Run } from './run.js';
import type { Key } from './state.js';

/** Decides what comes next in a loop or an ad-hoc sub-process of which an inner instance has ended. */
export function advance(run: Run, key: Key): void {
  const element = run.element(key);
  if (element.phase === 'leaving') return;
  if (element.part === 'body') advanceLoop(run, element);
  else advanceAdHoc(run, element);
}
