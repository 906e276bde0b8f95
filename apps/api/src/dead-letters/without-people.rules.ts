/** How much of a payload is shown at most. */
const deepest = 6;
const most = 50;

/**
 * A payload as an operator may see it: which facts it holds, and of those only what names no person. Free text may hold
 * anybody's name, so of it only the length is told.
 */
export function withoutPeople(value: unknown, depth = 0): unknown {
  if (depth >= deepest) return '…';
  if (typeof value === 'string') return isCode(value) ? value : `…(${value.length})`;
  if (typeof value === 'number') return Math.abs(value) < 1e7 ? value : '…';
  if (Array.isArray(value)) return value.slice(0, most).map((item) => withoutPeople(item, depth + 1));
  if (typeof value !== 'object' || value === null) return value;
  const facts = Object.entries(value).slice(0, most);
  return Object.fromEntries(facts.map(([name, fact]) => [name, withoutPeople(fact, depth + 1)]));
}

/** What a failure said, without addresses and long numbers: gateways repeat whom they could not reach. */
export function reasonWithoutPeople(text: string): string {
  return text.replaceAll(/\S+@\S+/gu, '…').replaceAll(/\d[\d\s-]{5,}\d/gu, '…');
}

/** Ids, instants and words of the product: small Latin letters with marks between them, and no run of digits. */
function isCode(text: string): boolean {
  const uuid = /^[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$/u;
  const instant = /^\d{4}-\d\d-\d\dT[\d:.]+(Z|[+-]\d\d:\d\d)$/u;
  return uuid.test(text) || instant.test(text) || (/^[a-z][\w.:-]{0,63}$/iu.test(text) && !/\d{5}/u.test(text));
}
