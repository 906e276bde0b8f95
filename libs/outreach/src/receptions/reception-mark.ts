import { isUuid } from '@lianban/platform';

/** The place of a reception in the order of lists, out of a page mark; undefined where it is none. */
export function markOf([day, from, id]: readonly unknown[]): [day: string, from: string, id: string] | undefined {
  const fits = typeof day === 'string' && isDay(day) && typeof from === 'string' && isTime.test(from) && isUuid(id);
  return fits ? [day, from, id] : undefined;
}

const isTime = /^([01]\d|2[0-3]):[0-5]\d$/u;

function isDay(text: string): boolean {
  return /^\d{4}-\d{2}-\d{2}$/u.test(text) && !Number.isNaN(Date.parse(text));
}
