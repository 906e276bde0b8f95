import { Readable, pipeline } from 'node:stream';
import { CsvError, parse, type Options } from 'csv-parse';
import { detectLetterEncoding } from './letter-encoding.js';
import { LetterFileError } from './letter-file.errors.js';
import { MAX_ROW_BYTES } from './letter-file-lines.js';
import { letterFileText } from './letter-file-text.js';

/** One row of a CSV file: its fields, and the line on which it begins. */
export interface LetterRow {
  readonly line: number;
  readonly fields: readonly string[];
}

const PROBLEMS: Record<string, string> = {
  CSV_QUOTE_NOT_CLOSED: 'expected a closing quotation mark before the end of the file',
  CSV_MAX_RECORD_SIZE: `expected a row of at most ${MAX_ROW_BYTES} bytes, found a longer one; is a quotation mark left open`,
  CSV_INVALID_CLOSING_QUOTE:
    'expected a comma or a line end after a closing quotation mark; double a mark inside a text',
  INVALID_OPENING_QUOTE: 'expected a quotation mark only at the beginning of a field; put the whole field into marks',
};

/** The rows of a CSV file, the header first, read as a stream; throws `LetterFileError`. */
export async function* letterRows(file: string): AsyncGenerator<LetterRow> {
  const encoding = await detectLetterEncoding(file);
  // Counted while parsing: an error overtakes the rows that still wait to be read.
  let next = 1;
  const options: Options<unknown, string[]> = {
    skip_empty_lines: true,
    relax_column_count: true,
    record_delimiter: '\n',
    max_record_size: MAX_ROW_BYTES,
    on_record: (record: string[], { lines }): LetterRow => {
      next = lines + 1;
      return { line: lines - lineEndsIn(record), fields: record };
    },
  };
  const parser = parse(options as Options);
  // An error of the source destroys the parser with it, and the loop below throws it.
  pipeline(Readable.from(letterFileText(file, encoding)), parser, () => undefined);

  try {
    yield* parser as AsyncIterable<LetterRow>;
  } catch (error) {
    if (!(error instanceof CsvError)) throw error;
    const line = error.code === 'CSV_INVALID_CLOSING_QUOTE' && 'lines' in error ? Number(error.lines) : next;
    throw new LetterFileError({ file, line }, PROBLEMS[error.code] ?? `expected CSV (RFC 4180): ${error.message}`);
  }
}

function lineEndsIn(record: readonly string[]): number {
  return record.reduce((sum, field) => sum + field.split('\n').length - 1, 0);
}
