import { Injectable } from '@nestjs/common';
import type { IdempotentRequest } from '@lianban/casework';
import { AccessService, type Principal } from '@lianban/identity';
import { UnitService } from '@lianban/organisation';
import { newId, uniqueViolation, type FieldError, type Transaction } from '@lianban/platform';
import { PledgeActs, type AskedAct, type Told } from '../pledges/pledge-acts.service.js';
import { isReviewed } from '../pledges/pledge.sql.js';
import { PledgeTrail } from '../trail/pledge-trail.service.js';
import {
  nothingToReview,
  reviewClosed,
  reviewExists,
  reviewRefused,
  reviewUnknown,
  votesMissing,
} from './review.errors.js';
import type { NewReview, ReviewEnd, ReviewMeeting, Votes } from './review.js';
import { outcomeOf, scoresOf, voteProblems } from './review.rules.js';
import {
  closeReview,
  insertReview,
  keepVotes,
  lockPledgesOf,
  lockReview,
  reviewLines,
  updateMeeting,
  type ReviewLineRead,
  type ReviewRead,
} from './review.sql.js';

/** 年评诺: once a year residents' delegates vote on and score each public pledge of a unit; closing fixes the outcome. */
@Injectable()
export class ReviewService {
  readonly #acts: PledgeActs;
  readonly #access: AccessService;
  readonly #units: UnitService;
  readonly #trail: PledgeTrail;

  constructor(acts: PledgeActs, access: AccessService, units: UnitService, trail: PledgeTrail) {
    this.#acts = acts;
    this.#access = access;
    this.#units = units;
    this.#trail = trail;
  }

  /**
   * Takes down the meeting.
   *
   * @throws permission-missing, outside-scope, unit-unknown, pledge-review-refused, nothing-to-review,
   *   pledge-review-exists
   */
  async open(
    principal: Principal,
    { unit: unitId, year, ...meeting }: NewReview,
    request?: IdempotentRequest,
  ): Promise<{ readonly id: string }> {
    this.#access.require(principal, 'outreach.manage');
    this.#check(meeting, year);
    return await this.#acts.begin(principal, request, async (tx) => {
      const unit = await this.#units.get(unitId, tx);
      this.#access.requireIn(principal, 'outreach.manage', unit.path);
      const id = newId();
      await requireLines(tx, { id, unitId, unit: unit.name, year });
      const row = { ...meeting, id, unit, year, openedAt: this.#acts.now(), openedBy: principal.displayName };
      await insertReview(tx, row).catch((error: unknown) => {
        throw uniqueViolation(error) === 'pledge_review_once' ? reviewExists(unit.name, year) : error;
      });
      const subject = { type: 'pledge-review', id, unitId } as const;
      return { subject, kind: 'review-held', detail: toldOf(meeting) };
    });
  }

  /** Corrects what was taken down of the meeting. @throws as vote */
  async correct(principal: Principal, id: string, meeting: ReviewMeeting, request?: IdempotentRequest): Promise<void> {
    await this.#act({ principal, id, request }, async (tx, review) => {
      this.#check(meeting, review.year);
      const voted = (await reviewLines(tx, review)).filter((line) => line.voted).map(voteOf);
      const problems = voteProblems(voted, meeting.delegates);
      if (problems.length > 0)
        throw reviewRefused(
          [{ field: 'delegates', message: '少于已录入的投票或打分人数' }],
          'more delegates voted than are said to have taken part',
        );
      await updateMeeting(tx, id, meeting);
      return { kind: 'review-changed', detail: { before: toldOf(review), after: toldOf(meeting) } };
    });
  }

  /**
   * Enters how the delegates voted on pledges, or corrects it.
   *
   * @throws permission-missing, outside-scope, pledge-review-unknown, pledge-review-closed, pledge-review-refused
   */
  async vote(principal: Principal, id: string, { lines }: Votes, request?: IdempotentRequest): Promise<void> {
    await this.#act({ principal, id, request }, async (tx, review) => {
      const known = new Set((await reviewLines(tx, review)).map(({ pledgeId }) => pledgeId));
      const strange = lines.findIndex(({ pledge }, index) => !known.has(pledge) || isRepeated(lines, index));
      if (strange >= 0)
        throw reviewRefused(
          [{ field: `lines.${strange}.pledge`, message: '不是本次评诺的承诺，或者重复' }],
          'a line names no pledge of this review, or one twice',
        );
      const problems = voteProblems(lines, review.delegates);
      if (problems.length > 0) throw reviewRefused(problems, 'the counts do not fit the number of delegates');
      await keepVotes(tx, id, lines);
      return { kind: 'review-voted', detail: { lines } };
    });
  }

  /**
   * Closes a review: what most delegates found is the outcome of each pledge.
   *
   * @throws permission-missing, outside-scope, pledge-review-unknown, pledge-review-closed, nothing-to-review,
   *   pledge-votes-missing
   */
  async close(principal: Principal, id: string, { remark }: ReviewEnd, request?: IdempotentRequest): Promise<void> {
    await this.#act({ principal, id, request }, async (tx, review) => {
      await lockPledgesOf(tx, review.unitId, review.year);
      // One that was opened again may have lost its last pledge to a later year, and ends all the same.
      const again = await isReviewed(tx, review.unitId, review.year);
      const lines = again ? await reviewLines(tx, review) : await requireLines(tx, review);
      const missing = lines.filter(({ voted }) => !voted).map(({ title }) => title);
      if (missing.length > 0) throw votesMissing(missing);
      const outcomes = lines.map((line) => ({
        pledge: line.pledgeId,
        outcome: outcomeOf(line),
        ...scoresOf(line.grades),
      }));
      await closeReview(tx, { id, now: this.#acts.now(), by: principal.displayName, remark }, outcomes);
      const reviewed = outcomes.map(({ pledge, ...detail }) => ({
        ...{ kind: 'pledge-reviewed', detail },
        subject: { type: 'pledge', id: pledge, unitId: review.unitId } as const,
      }));
      await this.#trail.note(tx, principal, reviewed);
      return { kind: 'review-closed', opinion: remark || undefined };
    });
  }

  async #act(asked: AskedAct, work: (tx: Transaction, review: ReviewRead) => Promise<Told>): Promise<void> {
    const target = { type: 'pledge-review', lock: lockReview, unknown: reviewUnknown } as const;
    await this.#acts.onTarget(asked, target, async (tx, review) => {
      if (review.closedAt) throw reviewClosed();
      return await work(tx, review);
    });
  }

  /** @throws pledge-review-refused */
  #check({ day, delegates, names }: ReviewMeeting, year: number): void {
    const today = this.#acts.today();
    const problems: FieldError[] = [];
    if (day > today) problems.push({ field: 'day', message: '日期不能晚于今天' });
    if (day < `${year}-01-01`) problems.push({ field: 'day', message: `${year} 年的承诺不能在此前评议` });
    if (names.length > 0 && names.length !== delegates)
      problems.push({ field: 'names', message: `列出了 ${names.length} 人，与代表人数 ${delegates} 不符` });
    if (problems.length > 0) throw reviewRefused(problems, 'its day or its delegates cannot be');
  }
}

/** The pledges that a review is about. @throws nothing-to-review */
async function requireLines(
  tx: Transaction,
  review: Pick<ReviewRead, 'id' | 'unitId' | 'unit' | 'year'>,
): Promise<ReviewLineRead[]> {
  const lines = await reviewLines(tx, review);
  if (lines.length === 0) throw nothingToReview(review.unit, review.year);
  return lines;
}

function isRepeated(lines: Votes['lines'], index: number): boolean {
  return lines.findIndex(({ pledge }) => pledge === lines[index]?.pledge) !== index;
}

function voteOf({ pledgeId: pledge, kept, partly, notKept, grades, remark }: ReviewLineRead): Votes['lines'][number] {
  return { pledge, kept, partly, notKept, grades, remark };
}

/** The meeting as the trail tells it, without the names of residents. */
function toldOf({ day, place, delegates }: ReviewMeeting | ReviewRead): Readonly<Record<string, unknown>> {
  return { day, place, delegates };
}
