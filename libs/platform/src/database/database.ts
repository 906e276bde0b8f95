import { Inject, Injectable } from '@nestjs/common';
import type { Logger } from 'pino';
import type { ClientBase } from 'pg';
import { DataSource, type QueryRunner } from 'typeorm';
import { LOGGER } from '../log/logger.js';
import { traced, traceParent } from '../trace/tracing.js';
import { FieldCipher } from '../sealing/field-cipher.js';
import { noKeys } from '../sealing/field-keys.js';
import { runAfterCommit } from './after-commit.js';
import { OpenTransaction } from './open-transaction.js';
import { StatementGroup } from './statement-group.js';
import type { Statement } from './statement.js';
import type { Transaction } from './transaction.js';

/** Longest statement of a report, in milliseconds. */
const reportTimeout = 60_000;

/** The one way to the database: TypeORM and plain statements over one pool. */
@Injectable()
export class Database {
  readonly dataSource: DataSource;
  /** Seals and opens the personal data in it. */
  readonly fields: FieldCipher;
  readonly #log: Logger;
  /** Milliseconds that a statement may take; absent: as the connection has it. */
  #statementTimeout: number | undefined;

  /** @param fields absent: for who neither seals nor opens anything */
  constructor(dataSource: DataSource, @Inject(LOGGER) log: Logger, fields: FieldCipher = new FieldCipher(noKeys)) {
    this.dataSource = dataSource;
    this.fields = fields;
    this.#log = log;
  }

  /** The same database for reports, whose statements may take longer than those for which somebody waits at a form. */
  get reports(): Database {
    const reports = new Database(this.dataSource, this.#log, this.fields);
    reports.#statementTimeout = reportTimeout;
    return reports;
  }

  /**
   * Runs `work` in a transaction: commits when it returns, rolls back when it throws and throws the same error on.
   * Isolation is READ COMMITTED; callers lock the rows they decide on.
   */
  async transaction<T>(work: (tx: Transaction) => Promise<T>): Promise<T> {
    return await traced('transaction', { role: 'client', attributes: system }, () => this.#transaction(work));
  }

  async #transaction<T>(work: (tx: Transaction) => Promise<T>): Promise<T> {
    const runner = this.dataSource.createQueryRunner();
    const callbacks: (() => void | Promise<void>)[] = [];
    let result: T;
    try {
      const client = await clientOf(runner);
      const open = new OpenTransaction(client);
      const trace = traceParent();
      if (trace !== undefined) open.send(setTrace(trace), (error) => error);
      markOpen(runner, true);
      const limit = this.#statementTimeout;
      if (limit !== undefined) open.send({ text: `SET LOCAL statement_timeout = ${limit}` }, (error) => error);
      try {
        result = await work({
          fields: this.fields,
          get manager() {
            open.flush();
            return runner.manager;
          },
          query: (statement) => asSpan(statement, () => open.query(statement)),
          send: (statement, explain) => open.send(statement, explain),
          afterCommit: (callback) => void callbacks.push(callback),
        });
        await open.commit();
      } catch (error) {
        if (!isClosing(client, error)) await this.#rollBack(open);
        throw open.causeOf(error);
      }
    } finally {
      markOpen(runner, false);
      await runner.release();
    }
    await runAfterCommit(callbacks, this.#log);
    return result;
  }

  /** Runs one statement, committed by itself. */
  async query<T>(statement: Statement): Promise<T[]> {
    if (this.#statementTimeout !== undefined) return await this.transaction((tx) => tx.query<T>(statement));
    return await asSpan(statement, () => this.#query<T>(statement));
  }

  async #query<T>(statement: Statement): Promise<T[]> {
    const runner = this.dataSource.createQueryRunner();
    const client = await clientOf(runner);
    try {
      const { name, text, values = [] } = statement;
      const { rows } = await client.query({ text, values: [...values], ...(name !== undefined && { name }) });
      return rows as T[];
    } catch (error) {
      isClosing(client, error);
      throw error;
    } finally {
      await runner.release();
    }
  }

  /** Runs two statements that do not need each other's answers in one round trip, committed together. */
  async queryBoth<A, B>(first: Statement, second: Statement): Promise<[A[], B[]]> {
    const attributes = { ...system, 'db.query.text': `${first.text}; ${second.text}` };
    return await traced('two statements', { role: 'client', attributes }, () => this.#queryBoth<A, B>(first, second));
  }

  async #queryBoth<A, B>(first: Statement, second: Statement): Promise<[A[], B[]]> {
    const runner = this.dataSource.createQueryRunner();
    const client = await clientOf(runner);
    try {
      const group = new StatementGroup();
      const answers = Promise.all([group.add<A>(first), group.add<B>(second)]);
      client.query(group);
      return await answers;
    } catch (error) {
      isClosing(client, error);
      throw error;
    } finally {
      await runner.release();
    }
  }

  /** Names of the migrations that this program knows and the database lacks. */
  async missingMigrations(): Promise<string[]> {
    const rows = await this.query<{ name: string }>({
      name: 'platform-missing-migrations',
      text: `SELECT known.name FROM unnest($1::text[]) AS known (name)
             WHERE NOT EXISTS (SELECT FROM platform.migration applied WHERE applied.name = known.name)`,
      values: [this.dataSource.migrations.map((migration) => migration.name ?? migration.constructor.name)],
    });
    return rows.map(({ name }) => name);
  }

  async #rollBack(open: OpenTransaction): Promise<void> {
    try {
      await open.rollBack();
    } catch (error) {
      // The connection is gone, and with it the transaction; the caller gets the first error, which says why.
      this.#log.warn({ err: error }, 'roll-back failed');
    }
  }
}

const system = { 'db.system.name': 'postgresql' };

/** A statement without its values. */
function asSpan<T>({ name, text }: Statement, work: () => Promise<T[]>): Promise<T[]> {
  const attributes = { ...system, 'db.query.text': text };
  return traced(name ?? /\w+/u.exec(text)?.[0] ?? 'statement', { role: 'client', attributes }, work);
}

/** What is written in the transaction for later (timers, the outbox) remembers for which trace: a default reads this. */
function setTrace(trace: string): Statement {
  return { name: 'set-trace', text: `SELECT set_config('lianban.trace', $1, true)`, values: [trace] };
}

/** `runner.query` of TypeORM knows no prepared statements, so the runner's own pg client is used. */
async function clientOf(runner: QueryRunner): Promise<ClientBase> {
  return (await runner.connect()) as ClientBase;
}

/** Whether the server has given the connection up; then it is ended, so that the pool gives it to nobody else. */
function isClosing(client: ClientBase, error: unknown): boolean {
  const fatal = (error as { severity?: unknown } | null)?.severity === 'FATAL';
  if (fatal) void (client as ClientBase & { end(): Promise<void> }).end();
  return fatal;
}

/**
 * Tells TypeORM that its runner is inside a transaction, so that what its manager saves opens none of its own. Its
 * `startTransaction` would do so too, but wait for the server in between.
 */
function markOpen(runner: { isTransactionActive: boolean; transactionDepth?: number }, open: boolean): void {
  runner.isTransactionActive = open;
  runner.transactionDepth = open ? 1 : 0;
}
