import type { Dispositions, Statistics, StepTimes } from '@lianban/casework';

/** What the product's statistics say of the day. */
export interface Said {
  readonly statistics: Statistics;
  readonly dispositions: Dispositions;
  readonly stepTimes: StepTimes;
}

/** A task as it was finished. */
interface FinishedTask {
  readonly id: string;
  readonly unit: string;
  readonly elementId: string;
}

/** What a day's people did, counted as they did it: the statistics of the product must say the same. */
export class Tally {
  readonly received = new Set<string>();
  readonly withdrawn = new Set<string>();
  readonly closed = new Set<string>();
  /** Whose resident was spoken to. */
  readonly contacted = new Set<string>();
  readonly returned = new Set<string>();
  readonly reworked = new Set<string>();
  readonly repeated = new Set<string>();
  /** Tasks that somebody took into their hands, helpers' not among them. */
  readonly claimed = new Set<string>();
  /** The last rating of each case. */
  readonly ratings = new Map<string, { readonly grade: number; readonly solved: boolean }>();
  /** The last answer to each case. */
  readonly answers = new Map<string, { readonly disposition: string; readonly unit: string }>();
  /** Finished tasks by the name of the unit. */
  readonly done = new Map<string, number>();
  /** Finished tasks by element and unit. */
  readonly steps = new Map<string, number>();
  acts = 0;
  readonly #asked = new Set<string>();

  /** Somebody asks, or asks again about the same category. */
  asked(caseId: string, phone: string, category: string): void {
    const matter = `${phone} ${category}`;
    if (this.#asked.has(matter)) this.repeated.add(caseId);
    this.#asked.add(matter);
  }

  finished({ id, unit, elementId }: FinishedTask): void {
    this.claimed.add(id);
    add(this.done, unit);
    add(this.steps, `${elementId} in ${unit}`);
  }

  /** Where the statistics say something else; nobody's term runs out within a day. */
  differences({ statistics, dispositions, stepTimes }: Said): string[] {
    const { cases, units } = statistics;
    const ratings = [...this.ratings.values()];
    const atOnce = [...this.closed].filter((id) => !this.returned.has(id) && !this.reworked.has(id));
    const expected: Readonly<Record<keyof typeof cases, number>> = {
      received: this.received.size,
      closed: this.closed.size,
      withdrawn: this.withdrawn.size,
      closedInTime: this.closed.size,
      closedAtOnce: atOnce.length,
      toContact: this.contacted.size,
      contactedInTime: this.contacted.size,
      closedInTwo: this.closed.size,
      returned: this.returned.size,
      reworked: this.reworked.size,
      repeated: this.repeated.size,
      rated: ratings.length,
      satisfied: ratings.filter(({ grade }) => grade >= 3).length,
      asked: ratings.length,
      solved: ratings.filter(({ solved }) => solved).length,
      toClaim: this.claimed.size,
      claimedInTime: this.claimed.size,
    };
    return [
      ...(Object.keys(expected) as (keyof typeof cases)[]).flatMap((name) => told(name, expected[name], cases[name])),
      ...compared('done by', this.done, new Map(units.map((unit) => [unit.unit, unit.done]))),
      ...compared('finished', this.steps, stepsOf(stepTimes)),
      ...compared('settled', this.#settled(), settledOf(dispositions)),
    ];
  }

  /** Dispositions of the closed cases by who gave them. */
  #settled(): Map<string, number> {
    const counts = new Map<string, number>();
    for (const id of this.closed) {
      const answer = this.answers.get(id);
      if (answer) add(counts, `${answer.disposition} by ${answer.unit}`);
    }
    return counts;
  }
}

function stepsOf({ items }: StepTimes): Map<string, number> {
  const single = items.filter(({ unitId }) => unitId !== null);
  return new Map(single.map(({ elementId, unit, count }) => [`${elementId} in ${unit}`, count]));
}

function settledOf({ kinds, units }: Dispositions): Map<string, number> {
  return new Map(
    units.flatMap(({ name, counts }) => kinds.map(({ code }, index) => [`${code} by ${name}`, counts[index] ?? 0])),
  );
}

function compared(what: string, counted: ReadonlyMap<string, number>, said: ReadonlyMap<string, number>): string[] {
  const names = new Set([...counted.keys(), ...said.keys()]);
  return [...names].flatMap((name) => told(`${what} ${name}`, counted.get(name) ?? 0, said.get(name) ?? 0));
}

function told(what: string, counted: number, said: number): string[] {
  return counted === said ? [] : [`${what}: ${counted} counted, but the statistics say ${said}`];
}

function add(counts: Map<string, number>, name: string): void {
  counts.set(name, (counts.get(name) ?? 0) + 1);
}
