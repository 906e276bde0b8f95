import { Inject, Injectable } from '@nestjs/common';
import { AccessService, type Principal } from '@lianban/identity';
import { CLOCK, CONFIG, Database, type Clock, type Config } from '@lianban/platform';
import { SqlValues } from '../sql-values.js';
import type { HomeCardSource } from './home-card.js';
import { HomeCards } from './home-cards.service.js';
import { homeCardIds, mostOnCard, type Home, type HomeCardId } from './home.js';

/** Counts what waits for somebody: all cards that they may see in one statement. */
@Injectable()
export class HomeService {
  readonly #database: Database;
  readonly #access: AccessService;
  readonly #cards: HomeCards;
  readonly #clock: Clock;
  readonly #timeZone: string;

  constructor(
    database: Database,
    access: AccessService,
    cards: HomeCards,
    @Inject(CLOCK) clock: Clock,
    @Inject(CONFIG) { timeZone }: Pick<Config, 'timeZone'>,
  ) {
    this.#database = database;
    this.#access = access;
    this.#cards = cards;
    this.#clock = clock;
    this.#timeZone = timeZone;
  }

  /** The home page of a person. */
  async get(principal: Principal): Promise<Home> {
    const now = this.#clock.now();
    const seen = this.#cards.all.filter(({ permission }) => this.#access.can(principal, permission));
    if (seen.length === 0) return { at: now.toISOString(), cards: [] };
    const rows = await this.#database.query<CardRow>(this.#statement(principal, seen, now));
    const cards = rows
      .map(({ soonest, ...card }) => ({ ...card, soonest: soonest?.toISOString() ?? null }))
      .sort((one, other) => homeCardIds.indexOf(one.id) - homeCardIds.indexOf(other.id));
    return { at: now.toISOString(), cards };
  }

  #statement(principal: Principal, cards: readonly HomeCardSource[], now: Date) {
    const sql = new SqlValues();
    const account = sql.bind(principal.accountId, 'uuid');
    const at = sql.bind(now, 'timestamptz');
    const zone = sql.bind(this.#timeZone, 'text');
    const today = `date_trunc('day', ${at}, ${zone})`;
    const yesterday = `date_trunc('day', ${at} - interval '1 day', ${zone})`;
    const reader = { principal, access: this.#access, account, now: at, today, yesterday };
    const counted = cards.map(
      (card) => `SELECT '${card.id}' AS id, count(*)::int AS count,
          count(*) FILTER (WHERE since >= ${today})::int AS today, min(due) AS soonest
        FROM (SELECT since, due FROM (${card.things(reader, sql)}) AS thing LIMIT ${mostOnCard}) AS things`,
    );
    // Not every card asks for the account, but PostgreSQL wants to know the type of every parameter.
    return { text: `WITH reader AS (SELECT ${account}) ${counted.join(' UNION ALL ')}`, values: sql.values };
  }
}

interface CardRow {
  readonly id: HomeCardId;
  readonly count: number;
  readonly today: number;
  readonly soonest: Date | null;
}
