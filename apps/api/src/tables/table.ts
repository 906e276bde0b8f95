import type { Principal } from '@lianban/identity';
import type { Transaction } from '@lianban/platform';

/** What becomes of a line: something is made of it, something that is there gets more, or all of it is there. */
export type TakenFate = 'created' | 'changed' | 'known';

/** A line by the heads of its columns; cells are trimmed, and a column that the table lacks is empty. */
export type Line = Readonly<Record<string, string>>;

/** Takes a line, in a transaction of its own, and says what came of it. The line's refusal undoes it alone. */
export type LineTaker = (tx: Transaction, line: Line, index: number) => Promise<TakenFate>;

/** What administrators take out as a table. */
export interface TableSource {
  /** What it is called in addresses. */
  readonly key: string;
  /** Name of its sheet. */
  readonly name: string;
  /** The heads of the columns, in their order; those with `must` may not be missing. */
  readonly columns: readonly { readonly head: string; readonly must: boolean }[];
  /** How to fill the table in. */
  readonly note: string;
  /** What is there, a line for each. */
  lines(): Promise<(readonly string[])[]>;
}

/** A table that is brought in line by line, too. */
export interface TableKind extends TableSource {
  /** Gets ready for lines, before the transaction. */
  taker(asker: Principal, lines: readonly Line[], dryRun: boolean): Promise<LineTaker>;
}
