import { parse } from 'csv-parse/browser/esm/sync';
import type { LetterCase } from './load-order.js';

/** What is wrong with a file of letters, and in which line. */
export class LetterFileProblem extends Error {
  constructor(
    readonly line: number,
    readonly problem: 'column' | 'time' | 'order' | 'shape' | 'empty',
  ) {
    super(`line ${line}: ${problem}`);
  }
}

/** An instant with its offset, as `cases replay` takes it. */
const instant = /^\d{4}-\d{2}-\d{2}T\d{2}:\d{2}(:\d{2}(\.\d+)?)?(Z|[+-]\d{2}:\d{2})$/u;

/**
 * The cases of a CSV file as `cases replay` and `workflow simulate` take it (UTF-8 or GB18030): `filed_at`, `replied_at`
 * if it is known, and all other columns as what the workflow starts with, beside what is given for all.
 *
 * @throws LetterFileProblem
 */
export function readLetterFile(bytes: ArrayBuffer, given: LetterCase['variables']): LetterCase[] {
  const [header, ...rows] = rowsOf(decoded(bytes));
  const columns = header?.map((name) => name.trim().toLowerCase()) ?? [];
  if (!columns.includes('filed_at')) throw new LetterFileProblem(1, 'column');
  if (rows.length === 0) throw new LetterFileProblem(1, 'empty');
  return rows.map((row, index) => {
    const values = Object.fromEntries(columns.map((name, place) => [name, row[place]?.trim() ?? '']));
    const { filed_at: filed = '', replied_at: replied = '', ...others } = values;
    const startsAt = instantAt(filed, index + 2);
    const endsAt = replied === '' ? undefined : instantAt(replied, index + 2);
    if (endsAt !== undefined && endsAt < startsAt) throw new LetterFileProblem(index + 2, 'order');
    return { startsAt, ...(endsAt !== undefined && { endsAt }), variables: { ...given, ...others } };
  });
}

function rowsOf(text: string): string[][] {
  try {
    const rows: string[][] = parse(text, { bom: true, skip_empty_lines: true });
    return rows;
  } catch (error) {
    const line = typeof error === 'object' && error !== null && 'lines' in error ? Number(error.lines) : 1;
    throw new LetterFileProblem(line, 'shape');
  }
}

function decoded(bytes: ArrayBuffer): string {
  try {
    return new TextDecoder('utf-8', { fatal: true }).decode(bytes);
  } catch {
    return new TextDecoder('gb18030').decode(bytes); // what spreadsheets on Chinese Windows save
  }
}

function instantAt(text: string, line: number): string {
  const ms = instant.test(text) ? Date.parse(text) : Number.NaN;
  if (Number.isNaN(ms)) throw new LetterFileProblem(line, 'time');
  return new Date(ms).toISOString();
}
