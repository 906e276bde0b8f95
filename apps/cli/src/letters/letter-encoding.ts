import { isUtf8 } from 'node:buffer';
import iconv from 'iconv-lite';
import { LetterFileError } from './letter-file.errors.js';
import { letterFileLines } from './letter-file-lines.js';

/** The encodings in which letter files come: spreadsheets on Chinese Windows save CSV as GB18030. */
export type LetterEncoding = 'utf-8' | 'gb18030';

/**
 * Valid UTF-8, else GB18030 if every line decodes. Otherwise refused at the line where the better guess fails: the
 * wrong encoding fails on one of the first lines, the right one at the damaged character.
 */
export async function detectLetterEncoding(file: string): Promise<LetterEncoding> {
  const notUtf8 = await firstLineThat(file, (line) => !isUtf8(line));
  if (notUtf8 === undefined) return 'utf-8';
  const notGb18030 = await firstLineThat(file, (line) => iconv.decode(line, 'gb18030').includes('\ufffd'));
  if (notGb18030 === undefined) return 'gb18030';
  throw new LetterFileError(
    { file, line: Math.max(notUtf8, notGb18030) },
    'expected text in UTF-8 or GB18030, found bytes that are neither; save the file as "CSV UTF-8"',
  );
}

async function firstLineThat(file: string, holds: (line: Buffer) => boolean): Promise<number | undefined> {
  let number = 1;
  for await (const line of letterFileLines(file)) {
    if (holds(line)) return number;
    number++;
  }
  return undefined;
}
