/** How hot a value is beside the largest: 0 where there is nothing, else 1 to 4. */
export function heatOf(value: number, largest: number): number {
  if (!(value > 0) || !(largest > 0)) return 0;
  return Math.min(4, Math.max(1, Math.ceil((value / largest) * 4)));
}

/** The values at which each of the four degrees ends. */
export function degreesOf(largest: number): readonly number[] {
  return [1, 2, 3, 4].map((degree) => Math.round((largest * degree * 10) / 4) / 10);
}

/** Elements by their degree, as markers are set. */
export function elementsByHeat(values: ReadonlyMap<string, number>): ReadonlyMap<number, ReadonlySet<string>> {
  const largest = Math.max(0, ...values.values());
  const degrees = new Map<number, Set<string>>([1, 2, 3, 4].map((degree) => [degree, new Set<string>()]));
  for (const [id, value] of values) degrees.get(heatOf(value, largest))?.add(id);
  return degrees;
}
