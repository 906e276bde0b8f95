import type { CategoryAdvice } from '@lianban/casework';

/** How often letters of one topic got it as advice, in percent. */
export interface CategoryScore {
  readonly category: string;
  readonly letters: number;
  readonly top1: number;
  readonly top3: number;
}

/** Counts advice that was right. */
export class Tally {
  readonly #asked: { readonly label: string; readonly rank: number; readonly reasons: boolean }[] = [];

  /** @param label what the letter is about @param advice best first */
  count(label: string, advice: readonly CategoryAdvice[]): void {
    const rank = advice.findIndex(({ code }) => code === label);
    const reasons = advice.length > 0 && advice.every(({ because }) => because.length > 0);
    this.#asked.push({ label, rank, reasons });
  }

  result() {
    const labels = [...new Set(this.#asked.map(({ label }) => label))].sort();
    const of = (label: string) => this.#asked.filter((each) => each.label === label);
    return {
      ...this.#score(this.#asked),
      withReasons: share(this.#asked, ({ reasons }) => reasons),
      categories: labels.map((category) => ({ category, letters: of(category).length, ...this.#score(of(category)) })),
    };
  }

  #score(asked: readonly { readonly rank: number }[]): { readonly top1: number; readonly top3: number } {
    return { top1: share(asked, ({ rank }) => rank === 0), top3: share(asked, ({ rank }) => rank >= 0 && rank < 3) };
  }
}

function share<T>(of: readonly T[], is: (each: T) => boolean): number {
  return of.length === 0 ? 0 : Math.round((of.filter(is).length / of.length) * 1000) / 10;
}
