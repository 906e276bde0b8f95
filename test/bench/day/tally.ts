import type { Statistics } from '@lianban/casework';

/** What a day's people did, counted as they did it: the statistics of the product must say the same. */
export class Tally {
  readonly received = new Set<string>();
  readonly withdrawn = new Set<string>();
  readonly closed = new Set<string>();
  readonly returned = new Set<string>();
  readonly reworked = new Set<string>();
  /** The last rating of each case. */
  readonly ratings = new Map<string, { readonly grade: number; readonly solved: boolean }>();
  /** Finished tasks by the name of the unit. */
  readonly done = new Map<string, number>();
  acts = 0;

  finished(unit: string): void {
    this.done.set(unit, (this.done.get(unit) ?? 0) + 1);
  }

  /** Where the statistics say something else; nobody's term runs out within a day. */
  differences({ cases, units }: Statistics): string[] {
    const ratings = [...this.ratings.values()];
    const expected: Readonly<Record<keyof typeof cases, number>> = {
      received: this.received.size,
      closed: this.closed.size,
      withdrawn: this.withdrawn.size,
      closedInTime: this.closed.size,
      returned: this.returned.size,
      reworked: this.reworked.size,
      rated: ratings.length,
      satisfied: ratings.filter(({ grade }) => grade >= 3).length,
      asked: ratings.length,
      solved: ratings.filter(({ solved }) => solved).length,
    };
    const told = (what: string, counted: number, said: number): string[] =>
      counted === said ? [] : [`${what}: ${counted} counted, but the statistics say ${said}`];
    const done = new Map(units.map((unit) => [unit.unit, unit.done]));
    const names = new Set([...this.done.keys(), ...done.keys()]);
    return [
      ...(Object.keys(expected) as (keyof typeof cases)[]).flatMap((name) => told(name, expected[name], cases[name])),
      ...[...names].flatMap((name) => told(`done by ${name}`, this.done.get(name) ?? 0, done.get(name) ?? 0)),
    ];
  }
}
