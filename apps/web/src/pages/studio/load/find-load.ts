import { findPastCases } from '../../../api/past-cases.js';
import { variablesOf, type GivenValues } from '../simulation/asked-values.js';
import { jsonValues } from '../simulation/json-field.js';
import { readLetterFile } from './letter-file.js';
import type { LetterCase, LoadOrder } from './load-order.js';

/** What is chosen for a simulation. */
export interface LoadSettings {
  readonly source: 'last' | 'month' | 'file';
  /** Of the last cases, how many. */
  readonly count: number;
  readonly file: File | undefined;
  /** What all cases of a file start with. */
  readonly given: GivenValues;
  /** The same as JSON, before what is given by fields. */
  readonly json: string;
  readonly calendar: string;
  /** Working hours of a step that no past case finished. */
  readonly unknownHours: number;
}

/** Cases that one simulation takes at most. */
export const mostCases = 5_000;
const monthMs = 30 * 86_400_000;

/** There are no cases of the kind that was asked for. */
export class NothingToSimulate extends Error {}

/**
 * The cases that are chosen, from the server or from the file.
 *
 * @throws NothingToSimulate, LetterFileProblem, SyntaxError, ApiProblem
 */
export async function findLoad(
  processKey: string,
  { source, count, file, given, json }: LoadSettings,
  progress: { readonly signal: AbortSignal; readonly onCount: (count: number) => void },
): Promise<LoadOrder['load']> {
  const load =
    source === 'file'
      ? await lettersOf(file, { ...variablesOf(given), ...jsonValues(json) })
      : await pastOf(processKey, source, count, progress);
  if (load.cases.length === 0) throw new NothingToSimulate();
  return load;
}

async function lettersOf(file: File | undefined, given: LetterCase['variables']): Promise<LoadOrder['load']> {
  return { kind: 'letters', cases: file ? readLetterFile(await file.arrayBuffer(), given) : [] };
}

async function pastOf(
  processKey: string,
  source: 'last' | 'month',
  count: number,
  progress: Parameters<typeof findPastCases>[2],
): Promise<LoadOrder['load']> {
  const now = new Date();
  const from = new Date(now.getTime() - monthMs).toISOString();
  const asked = source === 'month' ? { from, most: mostCases } : { most: count };
  return { kind: 'past', cases: await findPastCases(processKey, asked, progress), now: now.toISOString() };
}
