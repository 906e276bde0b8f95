import { Injectable } from '@nestjs/common';
import { Database } from '@lianban/platform';
import type { CaseScope } from '../cases/case-access.js';
import type { Neighbour } from './advice.rules.js';
import { latestCategorised, neighbours, termsOfCases } from './similar.sql.js';
import { TermIndex } from './term-index.js';

/** How many cases speak. */
const nearest = 15;
/** Read at once, so that an index that begins empty does not hold up others. */
const atOnce = 250;

/**
 * Finds the earlier cases that are nearest to a text. What decides is in the database alone: each time it is asked which
 * cases count, and the words of those that are not known here are fetched, so any process gives the same answer.
 */
@Injectable()
export class NearestCases {
  readonly #database: Database;
  readonly #index = new TermIndex();

  constructor(database: Database) {
    this.#database = database;
  }

  /** The nearest cases with a category, the nearest first. */
  async find(terms: readonly string[], scope: CaseScope): Promise<Neighbour[]> {
    const ids = await latestCategorised(this.#database);
    let unknown = ids.filter((id) => !this.#index.has(id));
    while (unknown.length > 0) {
      const cases = await termsOfCases(this.#database, unknown.slice(0, atOnce));
      for (const { id, terms: own } of cases) this.#index.add(id, own);
      unknown = unknown.slice(atOnce).filter((id) => !this.#index.has(id));
    }
    // Nothing is awaited between these two, so that no other question changes the index in between.
    this.#index.keepOnly(new Set(ids));
    const found = this.#index.nearest(terms, nearest);
    return await neighbours(this.#database, found, scope);
  }
}
