import type { QueryConfig, QueryResult } from 'pg';
import type { Statement } from './statement.js';

/** What is used of a client of the plain driver; it sends at once and answers in order (its option `pipeline`). */
export interface PipelinedClient {
  query(config: QueryConfig | string): Promise<QueryResult>;
  end(): Promise<void>;
}

/**
 * The statements of one transaction on their way to the server. Nothing waits longer than it must: BEGIN travels with
 * the first statement, and what was sent without waiting travels with the next one or with COMMIT.
 */
export class OpenTransaction {
  /** Statements whose answer nobody waited for yet; none of these promises rejects. */
  readonly #sent: Promise<void>[] = [];
  #failure: { readonly error: unknown } | undefined;

  constructor(private readonly client: PipelinedClient) {
    this.#watch(client.query('BEGIN'));
  }

  async query<T>(statement: Statement): Promise<T[]> {
    const { rows } = await this.client.query(configOf(statement));
    return rows as T[];
  }

  /** Sends a statement whose answer is looked at only when the transaction ends. `explain` makes its error readable. */
  send(statement: Statement, explain: (error: unknown) => unknown): void {
    this.#watch(this.client.query(configOf(statement)), explain);
  }

  /** Ends the transaction. PostgreSQL rolls back when a statement before has failed; then its error is thrown. */
  async commit(): Promise<void> {
    this.#watch(this.client.query('COMMIT'));
    await Promise.all(this.#sent);
    if (this.#failure) throw this.#failure.error;
  }

  async rollBack(): Promise<void> {
    await Promise.all(this.#sent);
    await this.client.query('ROLLBACK');
  }

  /** The error to tell: a statement after a failed one only says that the transaction is aborted. */
  causeOf(error: unknown): unknown {
    const { code } = (error ?? {}) as { code?: unknown };
    return this.#failure && code === '25P02' ? this.#failure.error : error; // SQLSTATE in_failed_sql_transaction
  }

  #watch(answer: Promise<unknown>, explain = (error: unknown): unknown => error): void {
    const watched = answer.then(
      () => undefined,
      (error: unknown) => {
        this.#failure ??= { error: explain(error) };
      },
    );
    this.#sent.push(watched);
  }
}

/** A statement in the driver's words. */
export function configOf({ name, text, values }: Statement): QueryConfig {
  return { text, ...(name !== undefined && { name }), ...(values && { values: [...values] }) };
}
