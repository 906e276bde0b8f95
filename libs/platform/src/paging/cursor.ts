import { DomainError } from '../errors/domain-error.js';

const longestCursor = 1_000;

/** Packs the sort key of the last row of a page into an opaque `next`. Dates become ISO strings. */
export function encodeCursor(values: readonly unknown[]): string {
  return Buffer.from(JSON.stringify(values)).toString('base64url');
}

/**
 * Unpacks what {@link encodeCursor} made. The values come from a client: check their types before use, bind them as
 * parameters.
 *
 * @throws DomainError invalid `cursor-invalid`
 */
export function decodeCursor(cursor: string): unknown[] {
  const values = cursor.length > longestCursor ? undefined : parse(Buffer.from(cursor, 'base64url').toString());
  if (!Array.isArray(values) || values.length === 0) throw pageMarkInvalid();
  return values as unknown[];
}

/** The page mark is of another list, or not one at all. */
export function pageMarkInvalid(): DomainError {
  return new DomainError({
    code: 'cursor-invalid',
    kind: 'invalid',
    message: '"after" is not a page mark of this list: expected the value of "next" from the page before.',
    fields: [{ field: 'after', message: 'expected the value of "next" from the page before' }],
  });
}

function parse(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return undefined; // the caller turns "not a cursor" into a refusal
  }
}
