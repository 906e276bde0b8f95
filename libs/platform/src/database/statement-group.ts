import pg from 'pg';
import type { Connection, QueryResult, Submittable } from 'pg';
import type { Statement } from './statement.js';

/** A query of the driver as its client sees it; its typings do not tell that much. */
interface DriverQuery {
  name?: string;
  readonly text: string;
  callback(error: Error | null, result?: QueryResult): void;
  prepare(connection: DriverConnection): void;
  handleRowDescription(message: unknown): void;
  handleDataRow(message: unknown): void;
  handleCommandComplete(message: unknown, connection: DriverConnection): void;
  handleReadyForQuery(connection: DriverConnection): void;
}

interface DriverConnection extends Connection {
  /** Texts of the statements that the server has prepared, by name. */
  readonly parsedStatements: Record<string, string>;
  readonly submittedNamedStatements: Record<string, string>;
}

/** The name is set afterwards, as the constructor would copy a whole config. */
function driverQuery({ name, text, values = [] }: Statement): DriverQuery {
  const query = new pg.Query(text, [...values]) as unknown as DriverQuery;
  if (name !== undefined) query.name = name;
  return query;
}

/**
 * Statements that go to the server in one packet and are answered in one: those of the extended protocol with a single
 * Sync at the end, where the client itself sends one after each. The first that fails ends the group; those after it are
 * not carried out and fail with the same error.
 */
export class StatementGroup implements Submittable {
  readonly #queries: DriverQuery[] = [];
  #answered = 0;
  /** Why a statement failed; before anything is answered: why it could not be sent. */
  #failure: Error | undefined;

  /** Adds a statement; its rows come when the group is answered. */
  add<T>(statement: Statement): Promise<T[]> {
    const query = driverQuery(statement);
    this.#queries.push(query);
    return new Promise((resolve, reject) => {
      query.callback = (error, result) => {
        if (!error) return resolve((result?.rows ?? []) as T[]);
        this.#failure ??= error;
        reject(error);
      };
    });
  }

  get isEmpty(): boolean {
    return this.#queries.length === 0;
  }

  submit(connection: Connection): void {
    const unsynced = Object.create(connection, { sync: { value: () => undefined } }) as DriverConnection;
    connection.stream.cork();
    // A value that cannot be sent fails its query at once; nothing behind it may go out, a COMMIT least of all.
    for (const query of this.#queries) {
      query.prepare(unsynced);
      if (this.#failure) break;
    }
    connection.sync();
    connection.stream.uncork();
  }

  handleRowDescription(message: unknown): void {
    this.#current?.handleRowDescription(message);
  }

  handleDataRow(message: unknown): void {
    this.#current?.handleDataRow(message);
  }

  handleCommandComplete(message: unknown, connection: DriverConnection): void {
    this.#current?.handleCommandComplete(message, connection);
    this.#answered += 1;
  }

  handleReadyForQuery(connection: DriverConnection): void {
    if (this.#failure) return this.handleError(this.#failure, connection);
    for (const query of this.#queries) {
      if (query.name !== undefined) connection.parsedStatements[query.name] = query.text;
      query.handleReadyForQuery(connection);
    }
  }

  handleError(error: Error, connection: DriverConnection): void {
    for (const { name } of this.#queries) {
      if (name === undefined || connection.parsedStatements[name] !== undefined) continue;
      if (!connection.stream.writable) break; // the connection is gone, and what it had prepared with it
      // The server may have prepared it or not: it is forgotten on both sides.
      delete connection.submittedNamedStatements[name];
      connection.close({ type: 'S', name }, true);
    }
    this.#queries.forEach((query, index) => {
      if (index < this.#answered) query.handleReadyForQuery(connection);
      else query.callback(error);
    });
  }

  get #current(): DriverQuery | undefined {
    return this.#queries[this.#answered];
  }
}
