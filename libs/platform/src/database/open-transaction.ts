import type { ClientBase } from 'pg';
import { StatementGroup } from './statement-group.js';
import type { Statement } from './statement.js';

const begin: Statement = { name: 'begin', text: 'BEGIN' };
const commit: Statement = { name: 'commit', text: 'COMMIT' };

/**
 * The statements of one transaction on their way to the server. None makes a round trip of its own without need: BEGIN
 * travels with the first statement, and what nobody waits for travels with the next one or with COMMIT.
 */
export class OpenTransaction {
  /** Not sent yet. */
  #held = new StatementGroup();
  /** The first failure of a held statement, and what its sender makes of it. */
  #failure: { readonly error: unknown; readonly explained: unknown } | undefined;
  readonly #watched: Promise<void>[] = [];

  constructor(private readonly client: Pick<ClientBase, 'query'>) {
    this.send(begin, (error) => error);
  }

  async query<T>(statement: Statement): Promise<T[]> {
    const rows = this.#held.add<T>(statement);
    this.flush();
    return rows;
  }

  /** Holds a statement until the next one is sent. `explain` makes its error readable. */
  send(statement: Statement, explain: (error: unknown) => unknown): void {
    const answer = this.#held.add(statement);
    const watched = answer.then(
      () => undefined,
      (error: unknown) => {
        this.#failure ??= { error, explained: explain(error) };
      },
    );
    this.#watched.push(watched);
  }

  /** Sends what is held, for somebody who uses the client directly. */
  flush(): void {
    if (this.#held.isEmpty) return;
    this.client.query(this.#held);
    this.#held = new StatementGroup();
  }

  /** Ends the transaction. @throws the error of a statement that nobody waited for */
  async commit(): Promise<void> {
    this.send(commit, (error) => error);
    this.flush();
    await Promise.all(this.#watched);
    if (this.#failure) throw this.#failure.explained;
  }

  async rollBack(): Promise<void> {
    this.flush();
    await Promise.all(this.#watched);
    await this.client.query('ROLLBACK');
  }

  /** The error to tell: what fails because an earlier statement did only says that the transaction is aborted. */
  causeOf(error: unknown): unknown {
    const { code } = (error ?? {}) as { code?: unknown };
    const follows = error === this.#failure?.error || code === '25P02'; // SQLSTATE in_failed_sql_transaction
    return this.#failure && follows ? this.#failure.explained : error;
  }
}
