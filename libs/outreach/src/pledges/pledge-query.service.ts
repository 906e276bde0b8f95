import { Injectable } from '@nestjs/common';
import { ActRunner } from '@lianban/casework';
import { AccessService, type Principal } from '@lianban/identity';
import { Database, instantMark, isUuid, pageOf, type Page } from '@lianban/platform';
import { PledgeTrail } from '../trail/pledge-trail.service.js';
import { fileOf, filesOf } from './pledge-file.sql.js';
import { pledgeUnknown } from './pledge.errors.js';
import type { PledgeItem, PledgeQuery, PledgeView } from './pledge.js';
import { actsAt, meanOf } from './pledge.rules.js';
import { findPledges, progressOf, type PledgeRead } from './pledge.sql.js';

/** Reads what units pledged and what became of it. */
@Injectable()
export class PledgeQueryService {
  readonly #database: Database;
  readonly #access: AccessService;
  readonly #trail: PledgeTrail;
  readonly #acts: ActRunner;

  constructor(database: Database, access: AccessService, trail: PledgeTrail, acts: ActRunner) {
    this.#database = database;
    this.#access = access;
    this.#trail = trail;
    this.#acts = acts;
  }

  /** One page of pledges, the latest first. @throws permission-missing, cursor-invalid */
  async list(
    principal: Principal,
    query: PledgeQuery & { readonly limit: number; readonly after?: string | undefined },
  ): Promise<Page<PledgeItem>> {
    const { unit, year, state, limit } = query;
    const after = instantMark(query.after);
    const filter = { paths: this.#pathsOf(principal), unit, year, state, limit: limit + 1, after };
    const page = pageOf(await findPledges(this.#database, filter), limit, (row) => [row.mark, row.id]);
    return { items: page.items.map((row) => this.#itemOf(row)), next: page.next };
  }

  /** A pledge with its course. @throws permission-missing, pledge-unknown */
  async get(principal: Principal, id: string): Promise<PledgeView> {
    const paths = this.#pathsOf(principal);
    const [row] = isUuid(id) ? await findPledges(this.#database, { paths, id, limit: 1 }) : [];
    if (!row) throw pledgeUnknown(id);
    return {
      ...this.#itemOf(row),
      version: row.version,
      text: row.text,
      measure: row.measure,
      draftedBy: row.draftedBy,
      draftedAt: row.draftedAt.toISOString(),
      publishedAt: row.publishedAt?.toISOString() ?? null,
      result: row.result,
      progress: await progressOf(this.#database, id),
      files: (await filesOf(this.#database, id)).map(fileOf),
      history: await this.#trail.of(id),
      acts: this.#access.canIn(principal, 'outreach.manage', row.path) ? actsAt(row) : [],
    };
  }

  #pathsOf(principal: Principal): readonly string[] {
    this.#access.require(principal, 'outreach.read');
    return this.#access.unitScope(principal, 'outreach.read').paths;
  }

  #itemOf(row: PledgeRead): PledgeItem {
    const { id, unitId, unit, year, pledger, title, category, dueOn, state, dropped, finishedOn, outcome } = row;
    const late = state === 'doing' && finishedOn === null && dueOn < this.#acts.today();
    const meanScore = meanOf(row.points, row.scores);
    const stage = { state, dropped, finishedOn, late, outcome, meanScore };
    return { id, unitId, unit, year, pledger, title, category, dueOn, ...stage };
  }
}
