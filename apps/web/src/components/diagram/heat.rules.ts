import type { Badge } from './badges.js';

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

/** The largest of the values of elements. */
export function largestOf(values: ReadonlyMap<string, number>): number {
  return Math.max(0, ...values.values());
}

/** The values as numbers at their elements; where there is nothing, there is none. */
export function badgesOf(
  values: ReadonlyMap<string, number>,
  titleOf: (id: string, value: string) => string,
): ReadonlyMap<string, Badge> {
  const largest = largestOf(values);
  return new Map(
    [...values].flatMap(([id, value]): [string, Badge][] => {
      const [text, heat] = [String(value), heatOf(value, largest)];
      return heat === 0 ? [] : [[id, { text, title: titleOf(id, text), heat }]];
    }),
  );
}

/** Elements by their degree, as markers are set. */
export function elementsByHeat(values: ReadonlyMap<string, number>): ReadonlyMap<number, ReadonlySet<string>> {
  const largest = largestOf(values);
  const degrees = new Map<number, Set<string>>([1, 2, 3, 4].map((degree) => [degree, new Set<string>()]));
  for (const [id, value] of values) degrees.get(heatOf(value, largest))?.add(id);
  return degrees;
}
