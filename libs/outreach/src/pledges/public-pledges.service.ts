import { Injectable } from '@nestjs/common';
import { ActRunner } from '@lianban/casework';
import { maskForAll } from '@lianban/identity';
import { UnitService } from '@lianban/organisation';
import { Database, decodeCursor, isMarkDay, isUuid, pageMarkInvalid, pageOf } from '@lianban/platform';
import { shareOf } from '../reviews/review.rules.js';
import { meanOf } from './pledge.rules.js';
import type { PublicPledge, PublicPledges, PublicPledgesQuery, PublicReview, PublicUnit } from './public-pledges.js';
import {
  publicPledges,
  publicReview,
  publicUnits,
  publicYears,
  type PublicPledgeRead,
  type PublicReviewRead,
} from './public-pledges.sql.js';

/** What residents read without an account: public pledges, what was done for them, and what their delegates found. */
@Injectable()
export class PublicPledgeService {
  readonly #database: Database;
  readonly #units: UnitService;
  readonly #acts: ActRunner;

  constructor(database: Database, units: UnitService, acts: ActRunner) {
    this.#database = database;
    this.#units = units;
    this.#acts = acts;
  }

  /** Units with public pledges whose name has this part; 20 at most. */
  async units(part: string): Promise<PublicUnit[]> {
    return await publicUnits(this.#database, part);
  }

  /** The public pledges of a unit, of its latest year unless told. @throws unit-unknown, cursor-invalid */
  async of({ unit: unitId, year: asked, limit, after }: PublicPledgesQuery & PageAsked): Promise<PublicPledges> {
    const { id, name } = await this.#units.get(unitId);
    const mark = after === undefined ? undefined : markOf(decodeCursor(after));
    const today = this.#acts.today();
    const years = await publicYears(this.#database, id);
    const year = asked ?? years[0] ?? Number(today.slice(0, 4));
    const rows = await publicPledges(this.#database, { unitId: id, year, limit: limit + 1, after: mark });
    const page = pageOf(rows, limit, (row) => [row.dueOn, row.id]);
    const review = await publicReview(this.#database, id, year);
    return {
      unit: { id, name },
      year,
      years,
      review: review ? reviewOf(review) : null,
      items: page.items.map((row) => pledgeOf(row, today)),
      next: page.next,
    };
  }
}

interface PageAsked {
  readonly limit: number;
  readonly after?: string | undefined;
}

function pledgeOf({ points, scores, publishedAt, ...row }: PublicPledgeRead, today: string): PublicPledge {
  const late = row.outcome === null && row.finishedOn === null && row.dueOn < today;
  return {
    ...row,
    title: maskForAll(row.title),
    text: maskForAll(row.text),
    measure: maskForAll(row.measure),
    result: row.result && maskForAll(row.result),
    progress: row.progress.map((done) => ({
      ...done,
      text: maskForAll(done.text),
      evidence: maskForAll(done.evidence),
    })),
    publishedAt: publishedAt.toISOString(),
    late,
    meanScore: meanOf(points, scores),
  };
}

function reviewOf({ points, scores, ...row }: PublicReviewRead): PublicReview {
  return { ...row, remark: maskForAll(row.remark), shareKept: shareOf(row), meanScore: meanOf(points, scores) };
}

function markOf([day, id]: readonly unknown[]): [string, string] {
  if (isMarkDay(day) && isUuid(id)) return [day, id];
  throw pageMarkInvalid();
}
