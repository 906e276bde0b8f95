import iconv from 'iconv-lite';
import type { LetterEncoding } from './letter-encoding.js';
import { letterFileBytes } from './letter-file-lines.js';

/** The text of a file in chunks, without byte order mark and with `\n` as the only line end. */
export async function* letterFileText(file: string, encoding: LetterEncoding): AsyncGenerator<string> {
  const decoder = iconv.getDecoder(encoding, { stripBOM: true });
  let held = '';
  for await (const chunk of letterFileBytes(file)) {
    const text = held + decoder.write(chunk);
    // A carriage return at the end of a chunk may be the first half of a line end.
    held = text.endsWith('\r') ? '\r' : '';
    yield unixLineEnds(text.slice(0, text.length - held.length));
  }
  yield unixLineEnds(held + (decoder.end() ?? ''));
}

function unixLineEnds(text: string): string {
  return text.replaceAll(/\r\n?/g, '\n');
}
