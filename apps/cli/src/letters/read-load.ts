import type { LoadCase } from '@lianban/bpmn';
import { LetterFileError } from './letter-file.errors.js';
import { quote, requireInstant } from './letter-row.rules.js';
import { namedRows, type NamedRow } from './read-letters.js';

/**
 * The cases of a load from a CSV file: `filed_at`, `replied_at` if it is known when the case was ended, and what the
 * process starts with in all other columns. Throws `LetterFileError` at the first fault.
 */
export async function* readLoad(file: string): AsyncGenerator<LoadCase> {
  for await (const row of namedRows(file, ['filed_at'])) yield caseOf(row);
}

function caseOf(row: NamedRow): LoadCase {
  const startsAt = requireInstant(row.at('filed_at'));
  const ended = row.columns.includes('replied_at') ? row.at('replied_at') : undefined;
  const endsAt = ended && ended.value !== '' ? requireInstant(ended) : undefined;
  if (ended && endsAt !== undefined && endsAt < startsAt)
    throw new LetterFileError(ended, `expected a time not before filed_at, found ${quote(ended.value)}`);
  const variables = row.columns
    .filter((column) => column !== '' && column !== 'filed_at' && column !== 'replied_at')
    .map((column) => [column, row.at(column).value] as const);
  return { startsAt, ...(endsAt !== undefined && { endsAt }), variables: Object.fromEntries(variables) };
}
