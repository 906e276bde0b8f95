import { isUuid } from '../time/ids.js';
import { decodeCursor, pageMarkInvalid } from './cursor.js';

/** Whether a part of a page mark is an instant as PostgreSQL or JavaScript writes it. */
export function isMarkInstant(value: unknown): value is string {
  if (typeof value !== 'string') return false;
  const [, day] = instant.exec(value) ?? [];
  return value === 'infinity' || (day !== undefined && isMarkDay(day) && Number.isFinite(Date.parse(value)));
}

/** Whether a part of a page mark is a day of the calendar. */
export function isMarkDay(value: unknown): value is string {
  if (typeof value !== 'string' || !/^\d{4}-\d\d-\d\d$/u.test(value)) return false;
  const time = Date.parse(value);
  return Number.isFinite(time) && new Date(time).toISOString().startsWith(value);
}

/** Whether a part of a page mark is a number that counts rows or keys. */
export function isMarkNumber(value: unknown): value is number {
  return Number.isInteger(value) && Number(value) >= 0 && Number(value) <= 2_147_483_647;
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

/** The place in lists that go by a text. @throws cursor-invalid */
export function textMark(after: string | undefined): string | undefined {
  if (after === undefined) return undefined;
  const [text] = decodeCursor(after);
  if (typeof text === 'string') return text;
  throw pageMarkInvalid();
}

const instant = /^(\d{4}-\d\d-\d\d)[ T]\d\d:\d\d:\d\d(?:\.\d+)?(?:Z|[+-]\d\d(?::?\d\d)?)$/u;
