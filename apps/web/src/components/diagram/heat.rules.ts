/** How hot a value is beside the largest: 0 where there is nothing, else 1 to 4. */
export function heatOf(value: number, largest: number): number {
  if (!(value > 0) || !(largest > 0)) return 0;
  return Math.min(4, Math.max(1, Math.ceil((value / largest) * 4)));
}

/** The values at which each of the four degrees ends; of what is counted, whole ones. */
export function degreesOf(largest: number, counted: boolean): readonly number[] {
  const ends = [1, 2, 3, 4].map((degree) => (largest * degree) / 4);
  return ends.map((end) => (counted ? Math.floor(end) : Math.round(end * 10) / 10));
}

/** Elements by their degree, as markers are set. */
export function elementsByHeat(values: ReadonlyMap<string, number>): ReadonlyMap<number, ReadonlySet<string>> {
  const largest = Math.max(0, ...values.values());
  const degrees = new Map<number, Set<string>>([1, 2, 3, 4].map((degree) => [degree, new Set<string>()]));
  for (const [id, value] of values) degrees.get(heatOf(value, largest))?.add(id);
  return degrees;
}
