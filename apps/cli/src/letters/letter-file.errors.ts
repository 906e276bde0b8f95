/** Where in a letter file something is wrong; lines count from 1, the header included. */
export interface LetterFilePlace {
  readonly file: string;
  readonly line?: number;
  readonly column?: string;
}

/** A letter file that cannot be read, in one line: file, line, column, what was expected and what was found. */
export class LetterFileError extends Error {
  readonly file: string;
  readonly line: number | undefined;
  readonly column: string | undefined;

  constructor({ file, line, column }: LetterFilePlace, problem: string) {
    const place = line === undefined ? file : `${file}:${line}`;
    super(column === undefined ? `${place}: ${problem}` : `${place}: column "${column}": ${problem}`);
    this.name = 'LetterFileError';
    this.file = file;
    this.line = line;
    this.column = column;
  }
}
