import type { Letter } from '../letters/letter.js';
import { readLetters } from '../letters/read-letters.js';
import type { ApiClient } from '../server/api-client.js';
import { fileCase, type CaseRequest } from './file-case.js';

/** The sum of an import; `refused` in the order of the file. */
export interface ImportTotals {
  filed: number;
  known: number;
  readonly refused: { readonly line: number; readonly id: string; readonly reason: string }[];
}

/** Requests under way at a time. */
const concurrency = 4;

/** Reads a letter file to its end. @returns the number of letters @throws LetterFileError at the first fault */
export async function checkFile(path: string): Promise<number> {
  let count = 0;
  for await (const letter of readLetters(path)) count += letter.line > 0 ? 1 : 0;
  return count;
}

/**
 * Files every letter of a file that `checkFile` found right; `onLetter` hears of each one. Letters are known again by
 * their id, so the same file can be imported twice.
 */
export async function importFile(path: string, server: ApiClient, onLetter: () => void): Promise<ImportTotals> {
  const totals: ImportTotals = { filed: 0, known: 0, refused: [] };
  const letters = readLetters(path);
  const work = async (): Promise<void> => {
    // All workers draw from one generator; the first that throws ends it for the others.
    for await (const letter of letters) {
      const filing = await fileCase(server, requestOf(letter));
      if (filing.kind === 'refused') totals.refused.push({ line: letter.line, id: letter.id, reason: filing.reason });
      else totals[filing.kind] += 1;
      onLetter();
    }
  };
  await Promise.all(Array.from({ length: concurrency }, work));
  totals.refused.sort((a, b) => a.line - b.line);
  return totals;
}

function requestOf({ id, title, text, resident, fields }: Letter): CaseRequest {
  const { category, address, station } = fields;
  return {
    sourceId: `letter-${id}`,
    channel: 'import',
    title,
    text,
    ...(category !== undefined && { category }),
    ...(address !== undefined && { address }),
    ...(station !== undefined && { station }),
    ...(resident !== undefined && { resident: { name: resident } }),
  };
}
