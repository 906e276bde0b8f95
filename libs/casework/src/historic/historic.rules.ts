/** Why a matter cannot stand since then; undefined: it can. @param since a year or a day @param today as YYYY-MM-DD */
export function sinceProblem(since: string, today: string): string | undefined {
  if (since < '1900') return '不能早于 1900 年';
  return since > today ? '不能晚于今天' : undefined;
}

/**
 * For how many years a matter has stood on a day: full years since a day, and where only the year is known, the years
 * from that to this.
 */
export function yearsSince(since: string, day: string): number {
  const years = Number(day.slice(0, 4)) - Number(since.slice(0, 4));
  const isFull = since.length === 4 || day.slice(5) >= since.slice(5);
  return Math.max(isFull ? years : years - 1, 0);
}
