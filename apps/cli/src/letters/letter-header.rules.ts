import { LetterFileError } from './letter-file.errors.js';
import type { LetterRow } from './letter-rows.js';

/** The column names of a header; throws where one is given twice or a required one is missing. */
export function readLetterHeader(file: string, row: LetterRow, required: readonly string[]): string[] {
  const columns = row.fields.map((name) => name.trim().toLowerCase());
  const twice = columns.find((name, index) => name !== '' && columns.indexOf(name) !== index);
  if (twice !== undefined) {
    throw new LetterFileError({ file, line: row.line, column: twice }, 'expected the column once, found it twice');
  }
  const missing = required.find((name) => !columns.includes(name));
  if (missing !== undefined) {
    throw new LetterFileError(
      { file, line: row.line, column: missing },
      `expected a header with ${required.join(',')}; found ${columns.slice(0, 20).join(',')}`,
    );
  }
  return columns;
}
