import { Inject, Injectable, type OnModuleDestroy } from '@nestjs/common';
import type { Logger } from 'pino';
import { Database, LOGGER, type Transaction } from '@lianban/platform';
import { newsChannel } from './news.js';
import { tellStatement } from './news.sql.js';

/** Within this time changes are told together, in milliseconds. */
const patience = 50;
/** Ids in one message; PostgreSQL takes less than 8,000 bytes. */
const atOnce = 150;

/**
 * Tells all processes which cases changed and who was told something, after the commit and several at once: NOTIFY in
 * the transaction itself would have all commits wait for each other. What is lost with a process is found by those who
 * look by themselves.
 */
@Injectable()
export class NewsWriter implements OnModuleDestroy {
  readonly #database: Database;
  readonly #log: Logger;
  readonly #cases = new Set<string>();
  readonly #people = new Set<string>();
  readonly #editors = new Set<string>();
  #timer: NodeJS.Timeout | undefined;

  constructor(database: Database, @Inject(LOGGER) log: Logger) {
    this.#database = database;
    this.#log = log;
  }

  /** A case will have changed when the transaction is committed. */
  ofCase(tx: Transaction, caseId: string): void {
    tx.afterCommit(() => this.#add(this.#cases, [caseId]));
  }

  /** People will have been told something. */
  ofPeople(tx: Transaction, accountIds: readonly string[]): void {
    if (accountIds.length > 0) tx.afterCommit(() => this.#add(this.#people, accountIds));
  }

  /** Something will have changed beside people who edit a workflow. */
  ofEditors(tx: Transaction, accountIds: readonly string[]): void {
    if (accountIds.length > 0) tx.afterCommit(() => this.#add(this.#editors, accountIds));
  }

  async onModuleDestroy(): Promise<void> {
    await this.#tell();
  }

  #add(changed: Set<string>, ids: readonly string[]): void {
    for (const id of ids) changed.add(id);
    this.#timer ??= setTimeout(() => void this.#tell(), patience);
  }

  async #tell(): Promise<void> {
    clearTimeout(this.#timer);
    this.#timer = undefined;
    const messages = [
      ...inParts('cases', this.#cases),
      ...inParts('people', this.#people),
      ...inParts('editors', this.#editors),
    ];
    for (const told of [this.#cases, this.#people, this.#editors]) told.clear();
    try {
      for (const message of messages) await this.#database.query(tellStatement(newsChannel, JSON.stringify(message)));
    } catch (error) {
      this.#log.warn({ err: error }, 'changes were not told; who waits for them finds them when looking again');
    }
  }
}

function inParts(key: string, ids: ReadonlySet<string>): readonly Readonly<Record<string, readonly string[]>>[] {
  const all = [...ids];
  const parts = Array.from({ length: Math.ceil(all.length / atOnce) }, (_, part) => part * atOnce);
  return parts.map((from) => ({ [key]: all.slice(from, from + atOnce) }));
}
