import type { Badge } from './badges.js';

/** How hot a value is beside the largest: 0 where there is nothing, else 1 to 4. */
export function heatOf(value: number, largest: number): number {
  if (!(value > 0) || !(largest > 0)) return 0;
  return Math.min(4, Math.max(1, Math.ceil((value / largest) * 4)));
}

/** One of the four degrees, with the value at which it ends. */
interface Degree {
  readonly heat: number;
  readonly upTo: number;
}

/** The degrees that a value can be of; of few things that are counted, there are not all four. */
export function degreesOf(largest: number, counted: boolean): readonly Degree[] {
  const ends = [1, 2, 3, 4].map((degree) => (largest * degree) / 4);
  const told = ends.map((end) => (counted ? Math.floor(end) : Math.round(end * 10) / 10));
  return told.flatMap((upTo, at) => (counted && upTo <= (told[at - 1] ?? 0) ? [] : [{ heat: at + 1, upTo }]));
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
