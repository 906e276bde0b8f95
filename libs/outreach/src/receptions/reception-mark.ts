import { decodeCursor, isMarkDay, isUuid, pageMarkInvalid } from '@lianban/platform';

/** The place of a reception in the order of lists. @throws cursor-invalid */
export function markOf(after: string | undefined): [day: string, from: string, id: string] | undefined {
  if (after === undefined) return undefined;
  const [day, from, id] = decodeCursor(after);
  const fits = isMarkDay(day) && typeof from === 'string' && isTime.test(from) && isUuid(id);
  if (fits) return [day, from, id];
  throw pageMarkInvalid();
}

const isTime = /^([01]\d|2[0-3]):[0-5]\d$/u;
