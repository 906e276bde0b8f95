import { Injectable } from '@nestjs/common';
import { AccessService, type Principal } from '@lianban/identity';
import { Database, pageOf, type Page } from '@lianban/platform';
import { instantMark } from '../page-mark.js';
import type { PastCase, PastCasesQuery } from './past-case.js';
import { findPastCases } from './past-cases.sql.js';

/** Gives who designs workflows what a simulation needs of past cases, and nothing that tells of whom they were. */
@Injectable()
export class PastCases {
  readonly #database: Database;
  readonly #access: AccessService;

  constructor(database: Database, access: AccessService) {
    this.#database = database;
    this.#access = access;
  }

  /**
   * Cases of a workflow, whichever version they went by, that units within the scope received; the newest first.
   *
   * @throws permission-missing, cursor-invalid
   */
  async list(
    principal: Principal,
    processKey: string,
    query: PastCasesQuery & { readonly limit: number; readonly after?: string | undefined },
  ): Promise<Page<PastCase>> {
    this.#access.require(principal, 'workflow.deploy');
    const { from, until, limit } = query;
    const rows = await findPastCases(this.#database, {
      ...{ processKey, from, until, mark: instantMark(query.after), limit: limit + 1 },
      paths: this.#access.unitScope(principal, 'workflow.deploy').paths,
    });
    const { items, next } = pageOf(rows, limit, ({ at, id }) => [at, id]);
    return { items: items.map(({ fact }) => fact), next };
  }
}
