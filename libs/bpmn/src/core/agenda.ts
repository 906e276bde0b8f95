import { WorkBudgetExceeded } from './failure.js';
import type { Key } from './state.js';

/** One piece of work of a step, done in order of arrival. */
export type Work =
  /** Runs the behaviour of a newly activated element (or again after an incident). */
  | { readonly do: 'enter'; readonly key: Key }
  /** Ends an element normally and sends its tokens on; `mapped`: its outputs have been written. */
  | { readonly do: 'leave'; readonly key: Key; readonly mapped?: boolean }
  /** Moves a token over a sequence flow. */
  | { readonly do: 'take'; readonly flowId: string; readonly scope: Key };

/**
 * The to-do list of one step. A loop instead of recursion, so that ten thousand turns of a loop in a diagram do not
 * overflow the stack; and a budget, so that a loop without a wait state cannot hang the process.
 */
export class Agenda {
  private readonly queue: Work[] = [];
  private head = 0;
  private done = 0;

  constructor(private readonly budget: number) {}

  add(work: Work): void {
    this.queue.push(work);
  }

  /** The next piece of work, or undefined when all is done. Throws `WorkBudgetExceeded`. */
  next(nameOf: (work: Work) => string): Work | undefined {
    const work = this.queue[this.head];
    if (!work) return undefined;
    this.head += 1;
    this.done += 1;
    if (this.done > this.budget) throw new WorkBudgetExceeded(nameOf(work), this.budget);
    if (this.head > 1024) {
      this.queue.splice(0, this.head);
      this.head = 0;
    }
    return work;
  }

  /** Drops work that matches, e.g. tokens in motion inside a scope that ends. */
  drop(matches: (work: Work) => boolean): void {
    const kept = this.queue.slice(this.head).filter((work) => !matches(work));
    this.queue.splice(0, this.queue.length, ...kept);
    this.head = 0;
  }

  /** True while a token is in motion in the scope. */
  hasTokenIn(scope: Key): boolean {
    return this.queue.slice(this.head).some((work) => work.do === 'take' && work.scope === scope);
  }
}
