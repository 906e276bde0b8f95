import { join } from 'node:path';
import { createCalendars, defaultCalendars } from '@lianban/calendar';
import { readAnsweredLetters } from '../letters/read-letters.js';
import { compileDefaultWorkflows } from '../installation/default-workflows.js';
import { productRoot } from '../installation/root.js';
import { LEVELS, replayLetter, type Level, type ReplayedLetter } from './replay-letter.js';

/** The sum of a replay, as `cases replay --json` prints it. */
export interface ReplayTotals {
  cases: number;
  readonly answeredAt: Record<Level, number>;
  escalations: number;
}

/** Replays every letter of a CSV file and gives the sum; `onRow` gets each one as it is done. */
export async function replayFile(
  path: string,
  timeZone: string,
  onRow: (id: string, replayed: ReplayedLetter) => void,
): Promise<ReplayTotals> {
  const calendars = createCalendars(defaultCalendars(timeZone));
  const definitions = await compileDefaultWorkflows(join(productRoot, 'workflows'), timeZone);
  const totals: ReplayTotals = { cases: 0, answeredAt: noneAnswered(), escalations: 0 };
  for await (const letter of readAnsweredLetters(path)) {
    const replayed = replayLetter(letter, { definitions, calendars, timeZone });
    totals.cases += 1;
    totals.answeredAt[replayed.level] += 1;
    totals.escalations += replayed.lapses.length;
    onRow(letter.id, replayed);
  }
  return totals;
}

function noneAnswered(): Record<Level, number> {
  return Object.fromEntries(LEVELS.map((level) => [level, 0])) as Record<Level, number>;
}
