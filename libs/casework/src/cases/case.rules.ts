/** Local calendar day of an instant as `YYYY-MM-DD`. */
export function localDay(at: Date, timeZone: string): string {
  // The Swedish way of writing dates is ISO 8601.
  return new Intl.DateTimeFormat('sv-SE', { timeZone, year: 'numeric', month: '2-digit', day: '2-digit' }).format(at);
}

/** `LB20261123-000123` from a local day and the number of the case on that day. */
export function caseCode(day: string, number: number): string {
  return `LB${day.replaceAll('-', '')}-${String(number).padStart(6, '0')}`;
}

/**
 * Eight digits that a resident keeps to ask for the state of a case.
 *
 * @param random a cryptographically random integer from 0 to below the given limit
 */
export function queryCode(random: (limit: number) => number): string {
  return String(random(100_000_000)).padStart(8, '0');
}

/** How long something took, in natural time by its two largest units: `3 天 4 小时`, `25 分钟`, `不足 1 分钟`. */
export function durationText(from: Date, to: Date): string {
  const minutes = Math.max(Math.floor((to.getTime() - from.getTime()) / 60_000), 0);
  const parts = [
    [Math.floor(minutes / 1_440), '天'],
    [Math.floor((minutes % 1_440) / 60), '小时'],
    [minutes % 60, '分钟'],
  ] as const;
  const first = parts.findIndex(([amount]) => amount > 0);
  if (first === -1) return '不足 1 分钟';
  return parts
    .slice(first, first + 2)
    .filter(([amount]) => amount > 0)
    .map(([amount, unit]) => `${amount} ${unit}`)
    .join(' ');
}
