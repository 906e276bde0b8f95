import { Injectable } from '@nestjs/common';
import { ActRunner } from '@lianban/casework';
import { AccessService, maskName, type Principal } from '@lianban/identity';
import { Database, isUuid, pageOf, textMark, type Page } from '@lianban/platform';
import { meanOf } from '../pledges/pledge.rules.js';
import { PledgeTrail } from '../trail/pledge-trail.service.js';
import { reviewUnknown } from './review.errors.js';
import type { ReviewLine, ReviewQuery, ReviewView, YearResult } from './review.js';
import { outcomeOf, scoresOf, shareOf } from './review.rules.js';
import { findReview, reviewLines, yearResults, type ReviewLineRead, type YearRead } from './review.sql.js';

/** Reads yearly reviews, and what the pledges of units came to. */
@Injectable()
export class ReviewQueryService {
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

  /** One page of units with public pledges of a year, with what they came to. @throws permission-missing, cursor-invalid */
  async list(
    principal: Principal,
    { year, unit, limit, after }: ReviewQuery & { readonly limit: number; readonly after?: string | undefined },
  ): Promise<Page<YearResult>> {
    const mark = textMark(after);
    const filter = { paths: this.#pathsOf(principal), year, unit, limit: limit + 1, after: mark };
    const page = pageOf(await yearResults(this.#database, filter), limit, (row) => [row.path]);
    const today = this.#acts.today();
    return { items: page.items.map((row) => resultOf(row, year, today)), next: page.next };
  }

  /** A review with the pledges of its unit and year. @throws permission-missing, pledge-review-unknown */
  async get(principal: Principal, id: string): Promise<ReviewView> {
    const review = isUuid(id) ? await findReview(this.#database, id, this.#pathsOf(principal)) : undefined;
    if (!review) throw reviewUnknown(id);
    const { path, names, openedAt, closedAt, ...rest } = review;
    const keeps = this.#access.canIn(principal, 'outreach.manage', path);
    return {
      ...rest,
      names: keeps ? names : names.map(maskName),
      openedAt: openedAt.toISOString(),
      closedAt: closedAt?.toISOString() ?? null,
      lines: (await reviewLines(this.#database, review)).map(lineOf),
      history: await this.#trail.of(id),
      canKeep: keeps && closedAt === null,
    };
  }

  #pathsOf(principal: Principal): readonly string[] {
    this.#access.require(principal, 'outreach.read');
    return this.#access.unitScope(principal, 'outreach.read').paths;
  }
}

function resultOf(row: YearRead, year: number, today: string): YearResult {
  const { path: _, points, scores, closedAt, ...rest } = row;
  const reviewed = row.kept + row.partly + row.notKept;
  return {
    ...rest,
    year,
    shareKept: shareOf(row),
    meanScore: meanOf(points, scores),
    closedAt: closedAt?.toISOString() ?? null,
    missing: reviewed < row.pledges && today > row.reviewBy,
  };
}

function lineOf(line: ReviewLineRead): ReviewLine {
  const { points, scores } = scoresOf(line.grades);
  return { ...line, outcome: line.voted ? outcomeOf(line) : null, meanScore: meanOf(points, scores) };
}
