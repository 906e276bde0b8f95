import { decodeCursor, DomainError, isUuid } from '@lianban/platform';

/** Whether a part of a page mark is an instant as PostgreSQL writes it. */
export function isMarkInstant(value: unknown): value is string {
  return typeof value === 'string' && instant.test(value);
}

/** The place in lists that go by an instant and an id. @throws cursor-invalid */
export function instantMark(after: string | undefined): [at: string, id: string] | undefined {
  if (after === undefined) return undefined;
  const [at, id] = decodeCursor(after);
  if (isMarkInstant(at) && isUuid(id)) return [at, id];
  throw pageMarkInvalid();
}

/** The place in lists that go by an id. @throws cursor-invalid */
export function uuidMark(after: string | undefined): string | undefined {
  if (after === undefined) return undefined;
  const [id] = decodeCursor(after);
  if (isUuid(id)) return id;
  throw pageMarkInvalid();
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

const instant = /^(?:infinity|\d{4}-\d\d-\d\d[ T]\d\d:\d\d:\d\d(?:\.\d+)?(?:Z|[+-]\d\d(?::?\d\d)?))$/u;
