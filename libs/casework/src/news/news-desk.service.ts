import { Inject, Injectable, type OnModuleDestroy } from '@nestjs/common';
import type { Logger } from 'pino';
import { AccessService, type Principal } from '@lianban/identity';
import { ChannelListener, CONFIG, Database, LOGGER, type Config } from '@lianban/platform';
import { poolsOfPrincipal } from '../tasks/pools.rules.js';
import { newsChannel, newsSchema, type Subject } from './news.js';
import { poolsOfCases } from './news.sql.js';

/** Within this time changes are looked up together, in milliseconds. */
const patience = 150;
/** With more changed cases than this at once nobody is looked for: everybody looks. */
const mostCases = 1_000;

/** Somebody who waits for news. */
interface Waiting {
  readonly pools: readonly string[];
  readonly tell: (subject: Subject) => void;
}

/**
 * Tells those who wait in this process that something of theirs changed, wherever it was done: that it did, never what.
 * Hears the other processes as long as somebody waits.
 */
@Injectable()
export class NewsDesk implements OnModuleDestroy {
  readonly #database: Database;
  readonly #access: AccessService;
  readonly #url: string | undefined;
  readonly #log: Logger;
  readonly #waiting = new Map<string, Set<Waiting>>();
  readonly #cases = new Set<string>();
  readonly #people = new Set<string>();
  readonly #editors = new Set<string>();
  #listener: ChannelListener | undefined;
  #timer: NodeJS.Timeout | undefined;

  constructor(
    database: Database,
    access: AccessService,
    @Inject(CONFIG) config: Pick<Config, 'databaseUrl'>,
    @Inject(LOGGER) log: Logger,
  ) {
    this.#database = database;
    this.#access = access;
    this.#url = config.databaseUrl;
    this.#log = log;
  }

  /** How many texts somebody waits for; none is left of those who no longer wait. */
  get size(): number {
    return this.#waiting.size;
  }

  /**
   * Tells somebody from now on, by what they may see at this moment: ask again from time to time.
   *
   * @returns ends it
   */
  async wait(principal: Principal, tell: Waiting['tell']): Promise<() => void> {
    const pools = [...new Set([personPool(principal.accountId), ...poolsOfPrincipal(principal, this.#access)])];
    const waiting = { pools, tell };
    for (const pool of pools) this.#waiting.set(pool, (this.#waiting.get(pool) ?? new Set()).add(waiting));
    await this.#listen();
    return () => this.#forget(waiting);
  }

  async onModuleDestroy(): Promise<void> {
    clearTimeout(this.#timer);
    await this.#listener?.stop();
  }

  async #listen(): Promise<void> {
    if (this.#url === undefined) return;
    this.#listener ??= new ChannelListener({
      url: this.#url,
      channel: newsChannel,
      onMessage: (payload) => this.#hear(payload),
      onGap: () => this.#tellAll(['tasks', 'notices', 'workflows']),
      log: this.#log,
    });
    await this.#listener.start();
  }

  #forget(waiting: Waiting): void {
    for (const pool of waiting.pools) {
      const others = this.#waiting.get(pool);
      others?.delete(waiting);
      if (others?.size === 0) this.#waiting.delete(pool);
    }
  }

  #hear(payload: string): void {
    if (this.#waiting.size === 0) return;
    const { cases = [], people = [], editors = [] } = newsSchema.parse(JSON.parse(payload));
    for (const id of cases) this.#cases.add(id);
    for (const id of people) this.#people.add(id);
    for (const id of editors) this.#editors.add(id);
    this.#timer ??= setTimeout(() => void this.#lookUp(), patience);
  }

  async #lookUp(): Promise<void> {
    this.#timer = undefined;
    const [cases, people, editors] = [[...this.#cases], [...this.#people], [...this.#editors]];
    for (const heard of [this.#cases, this.#people, this.#editors]) heard.clear();
    this.#tell('notices', people.map(personPool));
    this.#tell('workflows', editors.map(personPool));
    if (cases.length > mostCases) return this.#tellAll(['tasks']);
    try {
      if (cases.length > 0) this.#tell('tasks', await poolsOfCases(this.#database, cases));
    } catch (error) {
      this.#log.warn({ err: error }, 'nobody was found for what changed; all are told to look');
      this.#tellAll(['tasks']);
    }
  }

  #tell(subject: Subject, pools: readonly string[]): void {
    const told = new Set(pools.flatMap((pool) => [...(this.#waiting.get(pool) ?? [])]));
    for (const { tell } of told) tell(subject);
  }

  #tellAll(subjects: readonly Subject[]): void {
    for (const subject of subjects) this.#tell(subject, [...this.#waiting.keys()]);
  }
}

function personPool(accountId: string): string {
  return `person:${accountId}`;
}
