import { LetterFileError } from './letter-file.errors.js';

/** One value of a row and where it stands, for the message. */
export interface LetterValue {
  readonly file: string;
  readonly line: number;
  readonly column: string;
  readonly value: string;
}

/** Titles are shown in one line of an inbox. */
const MAX_TITLE = 200;

const INSTANT = /^(\d{4})-(\d{2})-(\d{2})T([01]\d|2[0-3]):[0-5]\d(:[0-5]\d(\.\d+)?)?(Z|[+-]([01]\d|2[0-3]):[0-5]\d)$/;

/** A value that must not be empty. */
export function requireValue(value: LetterValue): string {
  if (value.value === '') throw new LetterFileError(value, 'expected a value, found nothing');
  return value.value;
}

/** A title of 1 to 200 characters. */
export function requireTitle(value: LetterValue): string {
  const { length } = [...requireValue(value)];
  if (length > MAX_TITLE) {
    throw new LetterFileError(value, `expected at most ${MAX_TITLE} characters, found ${length}`);
  }
  return value.value;
}

/** A time with an offset, as ISO 8601 UTC. */
export function requireInstant(value: LetterValue): string {
  const [, year, month, day] = INSTANT.exec(value.value) ?? [];
  const date = new Date(Date.UTC(Number(year), Number(month) - 1, Number(day)));
  if (year === undefined || date.getUTCMonth() + 1 !== Number(month)) {
    throw new LetterFileError(
      value,
      `expected a time with an offset such as 2019-03-05T09:30:00+08:00, found ${quote(value.value)}`,
    );
  }
  return new Date(value.value).toISOString();
}

/** A value as it may stand in a message: in one line and short. */
export function quote(value: string): string {
  const characters = [...value];
  return JSON.stringify(characters.length > 40 ? `${characters.slice(0, 40).join('')}…` : value);
}
