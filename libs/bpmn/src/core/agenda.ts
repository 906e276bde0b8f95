import { WorkBudgetExceeded } from './failure.js';
import type { Key } from './state.js';

/** One piece of work of a step, done in order of arrival. */
export type Work =
  /** Runs the behaviour of a newly activated element (or again after an incident). */
  | { readonly do: 'enter'; readonly key: Key }
  /** Ends an element normally and sends its tokens on; `mapped`: its outputs have been written. */
  | { readonly do: 'leave'; readonly key: Key; readonly mapped?: boolean }
  /** Looks at a loop or an ad-hoc sub-process again after something inside has ended. */
  | { readonly do: 'advance'; readonly key: Key }
  /** Moves a token over a sequence flow. */
  | TokenInMotion;

interface TokenInMotion {
  readonly do: 'take';
  readonly flowId: string;
  readonly scope: Key;
}

/** Operations that all loops of a step together may add to its budget. */
const MOST_EXTRA = 500_000;

/**
 * The to-do list of one step. A loop instead of recursion, so that ten thousand turns of a loop in a diagram do not
 * overflow the stack; and a budget, so that a loop without a wait state cannot hang the process.
 */
export class Agenda {
  private queue: Work[] = [];
  private head = 0;
  private done = 0;
  /** Comes before everything in the queue. */
  private readonly urgent: Work[] = [];
  /** Comes after everything in the queue. */
  private readonly late: Work[] = [];
  private readonly tokens = new Map<Key, number>();
  private readonly most: number;

  /** `nameOf`: which element a piece of work is about, for the message when there is too much of it. */
  constructor(
    private budget: number,
    private readonly nameOf: (work: Work) => string,
  ) {
    this.most = budget + MOST_EXTRA;
  }

  /** Throws `WorkBudgetExceeded`, also when what waits to be done is already too much. */
  add(work: Work): void {
    this.check(work, this.done + this.queue.length - this.head);
    if (work.do === 'take') this.tokens.set(work.scope, this.tokensIn(work.scope) + 1);
    this.queue.push(work);
  }

  /** For what must be decided before any other token moves. */
  addUrgent(work: Exclude<Work, TokenInMotion>): void {
    this.urgent.push(work);
  }

  /** For what is done only when all other tokens have come to rest. */
  addLate(work: Exclude<Work, TokenInMotion>): void {
    this.late.push(work);
  }

  /** A loop whose number of turns is known beforehand brings the operations for them along, within bounds. */
  allow(operations: number): void {
    this.budget = Math.min(this.budget + operations, this.most);
  }

  /** The next piece of work, or undefined when all is done. Throws `WorkBudgetExceeded`. */
  next(): Work | undefined {
    const work = this.urgent.pop() ?? this.queue[this.head] ?? this.late.shift();
    if (!work) return undefined;
    if (work === this.queue[this.head]) this.forward();
    if (work.do === 'take') this.tokens.set(work.scope, this.tokensIn(work.scope) - 1);
    this.done += 1;
    this.check(work, this.done);
    return work;
  }

  /** Tokens in motion inside a scope that ends are gone. */
  dropTokensIn(scope: Key): void {
    if (this.tokensIn(scope) === 0) return;
    this.tokens.delete(scope);
    this.queue = this.queue.slice(this.head).filter((work) => work.do !== 'take' || work.scope !== scope);
    this.head = 0;
  }

  /** True while a token is in motion in the scope. */
  hasTokenIn(scope: Key): boolean {
    return this.tokensIn(scope) > 0;
  }

  private check(work: Work, operations: number): void {
    if (operations > this.budget) throw new WorkBudgetExceeded(this.nameOf(work), this.budget);
  }

  private tokensIn(scope: Key): number {
    return this.tokens.get(scope) ?? 0;
  }

  private forward(): void {
    this.head += 1;
    if (this.head <= 1024) return;
    this.queue.splice(0, this.head);
    this.head = 0;
  }
}
