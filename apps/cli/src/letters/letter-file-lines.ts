import { createReadStream } from 'node:fs';
import { LetterFileError } from './letter-file.errors.js';

/** More than any letter has: a file with longer lines or rows is no letter file, or a quotation mark was not closed. */
export const MAX_ROW_BYTES = 1_048_576;

const NEWLINE = 0x0a;

/** The lines of a file as bytes, in order; a newline byte is never part of a character in UTF-8 or GB18030. */
export async function* letterFileLines(file: string): AsyncGenerator<Buffer> {
  let line = 1;
  let rest = Buffer.alloc(0);
  for await (const chunk of letterFileBytes(file)) {
    const bytes = Buffer.concat([rest, chunk]);
    let start = 0;
    for (let end = bytes.indexOf(NEWLINE); end >= 0; end = bytes.indexOf(NEWLINE, start)) {
      yield bytes.subarray(start, end);
      start = end + 1;
      line++;
    }
    rest = bytes.subarray(start);
    if (rest.length > MAX_ROW_BYTES) {
      throw new LetterFileError(
        { file, line },
        `expected a line of at most ${MAX_ROW_BYTES} bytes, found a longer one`,
      );
    }
  }
  if (rest.length > 0) yield rest;
}

/** The bytes of a file in chunks; a file that cannot be opened or read becomes a `LetterFileError`. */
export async function* letterFileBytes(file: string): AsyncGenerator<Buffer> {
  try {
    for await (const chunk of createReadStream(file)) yield chunk as Buffer;
  } catch (error) {
    const reason = typeof error === 'object' && error !== null && 'code' in error ? String(error.code) : String(error);
    throw new LetterFileError({ file }, `expected a readable CSV file, but reading it failed (${reason})`);
  }
}
