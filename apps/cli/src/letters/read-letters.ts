import type { AnsweredLetter, Letter } from './letter.js';
import { LetterFileError } from './letter-file.errors.js';
import { readLetterHeader } from './letter-header.rules.js';
import { quote, requireInstant, requireTitle, requireValue, type LetterValue } from './letter-row.rules.js';
import { letterRows, type LetterRow } from './letter-rows.js';

const LETTER = ['id', 'title', 'filed_at', 'text'];
const ANSWER = ['reply', 'replied_at'];

/** A row by column name; `at` gives a value with its place, trimmed. */
export interface NamedRow {
  readonly line: number;
  readonly columns: readonly string[];
  at(column: string): LetterValue;
}

/**
 * The letters of a CSV file (UTF-8 or GB18030) in the order of the file, read as a stream: columns id, title, filed_at
 * and text, and any others. Throws `LetterFileError` at the first fault, so check a file by reading it to its end.
 */
export async function* readLetters(file: string): AsyncGenerator<Letter> {
  for await (const row of namedRows(file, LETTER)) yield letterOf(row, LETTER);
}

/** As `readLetters`, with the columns reply and replied_at, which is not before filed_at. */
export async function* readAnsweredLetters(file: string): AsyncGenerator<AnsweredLetter> {
  for await (const row of namedRows(file, [...LETTER, ...ANSWER])) {
    const letter = letterOf(row, [...LETTER, ...ANSWER]);
    const repliedAt = requireInstant(row.at('replied_at'));
    if (repliedAt < letter.filedAt) {
      const { value } = row.at('replied_at');
      throw new LetterFileError(row.at('replied_at'), `expected a time not before filed_at, found ${quote(value)}`);
    }
    yield { ...letter, reply: row.at('reply').value, repliedAt };
  }
}

function letterOf(row: NamedRow, own: readonly string[]): Letter {
  const resident = row.columns.includes('resident') ? row.at('resident').value : '';
  return {
    line: row.line,
    id: requireValue(row.at('id')),
    ...(resident !== '' && { resident }),
    title: requireTitle(row.at('title')),
    filedAt: requireInstant(row.at('filed_at')),
    text: row.at('text').value,
    fields: Object.fromEntries(
      row.columns
        .filter((column) => column !== '' && column !== 'resident' && !own.includes(column))
        .map((column) => [column, row.at(column).value] as const)
        .filter(([, value]) => value !== ''),
    ),
  };
}

/** The rows of a CSV file by the names of its columns; no id twice where the columns must have one. */
export async function* namedRows(file: string, required: readonly string[]): AsyncGenerator<NamedRow> {
  let columns: readonly string[] | undefined;
  const lines = new Map<string, number>();
  for await (const row of letterRows(file)) {
    if (!columns) {
      columns = readLetterHeader(file, row, required);
      continue;
    }
    const named = nameFields(file, columns, row);
    if (required.includes('id')) checkOnce(named, lines);
    yield named;
  }
  if (!columns)
    throw new LetterFileError({ file, line: 1 }, `expected a header with ${required.join(',')}, found nothing`);
}

function nameFields(file: string, columns: readonly string[], { line, fields }: LetterRow): NamedRow {
  if (fields.length !== columns.length) {
    throw new LetterFileError(
      { file, line },
      `expected ${columns.length} fields as in the header, found ${fields.length}; put a text with commas into quotation marks`,
    );
  }
  return {
    line,
    columns,
    at: (column) => ({ file, line, column, value: fields[columns.indexOf(column)]?.trim() ?? '' }),
  };
}

function checkOnce(row: NamedRow, lines: Map<string, number>): void {
  const id = row.at('id');
  const first = lines.get(id.value);
  if (first !== undefined) {
    throw new LetterFileError(id, `expected each id once, but ${quote(id.value)} stands on line ${first} too`);
  }
  lines.set(id.value, row.line);
}
