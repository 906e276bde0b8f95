import type { Database, Transaction } from '@lianban/platform';
import type { PledgeOutcome } from '../pledges/pledge.js';
import type { ReviewLine, ReviewMeeting, ReviewView, Vote } from './review.js';

/** Within how many days after the end of a year its review is to be closed, as administrators set it. */
const daysAfter = `(SELECT most FROM casework.act_limit WHERE code = 'pledge-review-days')`;

/** A review as it is first written. */
export interface ReviewRow extends ReviewMeeting {
  readonly id: string;
  readonly unit: { readonly id: string; readonly name: string };
  readonly year: number;
  readonly openedAt: Date;
  readonly openedBy: string;
}

/** Takes a review down; fails on a second one of the unit and year by `pledge_review_once`. */
export async function insertReview(tx: Transaction, row: ReviewRow): Promise<void> {
  await tx.query({
    name: 'outreach-insert-review',
    text: `INSERT INTO outreach.pledge_review (id, unit_id, unit_name, year, held_on, place, delegates, delegate_names,
             opened_at, opened_by_name) VALUES ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10)`,
    values: [
      row.id,
      row.unit.id,
      row.unit.name,
      row.year,
      row.day,
      row.place,
      row.delegates,
      row.names,
      row.openedAt,
      row.openedBy,
    ],
  });
}

/** A review as it is read. */
export interface ReviewRead extends Omit<
  ReviewView,
  'openedAt' | 'closedAt' | 'lines' | 'history' | 'canKeep' | 'names'
> {
  readonly path: string;
  readonly names: string[];
  readonly openedAt: Date;
  readonly closedAt: Date | null;
}

const columns = `review.id, unit_id AS "unitId", unit_name AS unit, own.path, year, held_on::text AS day, place, delegates,
  delegate_names AS names, opened_by_name AS "openedBy", opened_at AS "openedAt", remark, closed_at AS "closedAt",
  closed_by_name AS "closedBy"`;

/** A review of the units below these paths. */
export async function findReview(db: Database, id: string, paths: readonly string[]): Promise<ReviewRead | undefined> {
  const [row] = await db.query<ReviewRead>({
    name: 'outreach-review',
    text: `SELECT ${columns} FROM outreach.pledge_review review JOIN organisation.unit own ON own.id = unit_id
           WHERE review.id = $1 AND own.path LIKE ANY ($2)`,
    values: [id, paths.map((path) => `${path}%`)],
  });
  return row;
}

/** As {@link findReview}, locked until the end of the transaction. */
export async function lockReview(
  tx: Transaction,
  id: string,
  paths: readonly string[],
): Promise<ReviewRead | undefined> {
  const [row] = await tx.query<ReviewRead>({
    name: 'outreach-lock-review',
    text: `SELECT ${columns} FROM outreach.pledge_review review JOIN organisation.unit own ON own.id = unit_id
           WHERE review.id = $1 AND own.path LIKE ANY ($2) FOR UPDATE OF review`,
    values: [id, paths.map((path) => `${path}%`)],
  });
  return row;
}

/** Corrects what was taken down of the meeting. */
export async function updateMeeting(tx: Transaction, id: string, meeting: ReviewMeeting): Promise<void> {
  await tx.query({
    name: 'outreach-change-review',
    text: `UPDATE outreach.pledge_review SET held_on = $2, place = $3, delegates = $4, delegate_names = $5 WHERE id = $1`,
    values: [id, meeting.day, meeting.place, meeting.delegates, meeting.names],
  });
}

/** A pledge of a review as it is read; without votes all counts are 0. */
export type ReviewLineRead = Omit<ReviewLine, 'outcome' | 'meanScore'>;

/**
 * The public pledges of a unit and year with their votes, by day and title; 1,000 at most. While a review is open, those
 * that it is still to decide on: what was fixed before it was opened again stays fixed.
 */
export async function reviewLines(
  db: Database | Transaction,
  { id, unitId, year }: Pick<ReviewRead, 'id' | 'unitId' | 'year'>,
): Promise<ReviewLineRead[]> {
  return await db.query<ReviewLineRead>({
    name: 'outreach-review-lines',
    text: `SELECT pledge.id AS "pledgeId", title, pledger, measure, due_on::text AS "dueOn", finished_on::text AS "finishedOn",
             result, vote.pledge_id IS NOT NULL AS voted, coalesce(kept, 0) AS kept, coalesce(partly, 0) AS partly,
             coalesce(not_kept, 0) AS "notKept", coalesce(grades, '{0,0,0,0,0}') AS grades, coalesce(remark, '') AS remark
           FROM outreach.pledge LEFT JOIN outreach.pledge_vote vote ON vote.pledge_id = pledge.id AND review_id = $1
           WHERE unit_id = $2 AND year = $3 AND (state = 'doing' OR state = 'reviewed'
             AND NOT EXISTS (SELECT FROM outreach.pledge_review WHERE id = $1 AND closed_at IS NULL))
           ORDER BY due_on, title, pledge.id LIMIT 1000`,
    values: [id, unitId, year],
  });
}

/** Locks every pledge of a unit and year, so that none becomes public meanwhile. */
export async function lockPledgesOf(tx: Transaction, unitId: string, year: number): Promise<void> {
  await tx.query({
    name: 'outreach-lock-year',
    text: 'SELECT FROM outreach.pledge WHERE unit_id = $1 AND year = $2 ORDER BY id FOR UPDATE',
    values: [unitId, year],
  });
}

/** Keeps votes; those on the same pledges are replaced. */
export async function keepVotes(tx: Transaction, reviewId: string, lines: readonly Vote[]): Promise<void> {
  await tx.query({
    name: 'outreach-keep-votes',
    text: `INSERT INTO outreach.pledge_vote (review_id, pledge_id, kept, partly, not_kept, grades, remark)
           SELECT $1, pledge, kept, partly, "notKept", grades, remark FROM jsonb_to_recordset($2::jsonb)
             AS line(pledge uuid, kept integer, partly integer, "notKept" integer, grades integer[], remark text)
           ON CONFLICT (review_id, pledge_id) DO UPDATE SET kept = excluded.kept, partly = excluded.partly,
             not_kept = excluded.not_kept, grades = excluded.grades, remark = excluded.remark`,
    values: [reviewId, JSON.stringify(lines)],
  });
}

/** What a pledge came to. */
export interface FixedOutcome {
  readonly pledge: string;
  readonly outcome: PledgeOutcome;
  readonly points: number;
  readonly scores: number;
}

/** Closes a review, and fixes what its pledges came to. */
export async function closeReview(
  tx: Transaction,
  end: { readonly id: string; readonly now: Date; readonly by: string; readonly remark: string },
  outcomes: readonly FixedOutcome[],
): Promise<void> {
  await tx.query({
    name: 'outreach-close-review',
    text: 'UPDATE outreach.pledge_review SET closed_at = $2, closed_by_name = $3, remark = $4 WHERE id = $1',
    values: [end.id, end.now, end.by, end.remark],
  });
  await tx.query({
    name: 'outreach-fix-outcomes',
    text: `UPDATE outreach.pledge SET state = 'reviewed', outcome = line.outcome, points = line.points,
             scores = line.scores, version = version + 1
           FROM jsonb_to_recordset($1::jsonb) AS line(pledge uuid, outcome text, points integer, scores integer)
           WHERE pledge.id = line.pledge`,
    values: [JSON.stringify(outcomes)],
  });
}

/** What a unit's pledges of a year came to, as it is read. */
export interface YearRead {
  readonly unitId: string;
  readonly unit: string;
  readonly path: string;
  readonly pledges: number;
  readonly finished: number;
  readonly kept: number;
  readonly partly: number;
  readonly notKept: number;
  readonly points: number | null;
  readonly scores: number | null;
  readonly reviewId: string | null;
  readonly heldOn: string | null;
  readonly closedAt: Date | null;
  readonly reviewBy: string;
}

/** One page of the units with public pledges of a year, in the order of the tree. */
export async function yearResults(
  db: Database,
  filter: {
    readonly paths: readonly string[];
    readonly year: number;
    readonly unit?: string | undefined;
    readonly limit: number;
    readonly after?: string | undefined;
  },
): Promise<YearRead[]> {
  return await db.query<YearRead>({
    name: 'outreach-year-results',
    text: `SELECT own.id AS "unitId", own.name AS unit, own.path, result.*, review.id AS "reviewId",
        review.held_on::text AS "heldOn", review.closed_at AS "closedAt",
        (make_date($2, 12, 31) + ${daysAfter})::text AS "reviewBy"
      FROM organisation.unit own CROSS JOIN LATERAL (
          SELECT count(*)::int AS pledges, count(finished_on)::int AS finished,
            count(*) FILTER (WHERE outcome = 'kept')::int AS kept, count(*) FILTER (WHERE outcome = 'partly')::int AS partly,
            count(*) FILTER (WHERE outcome = 'not-kept')::int AS "notKept", sum(points)::int AS points, sum(scores)::int AS scores
          FROM outreach.pledge WHERE unit_id = own.id AND year = $2 AND state IN ('doing', 'reviewed')) AS result
        LEFT JOIN outreach.pledge_review review ON review.unit_id = own.id AND review.year = $2
      WHERE own.path LIKE ANY ($1) AND pledges > 0
        AND ($3::text IS NULL OR own.path LIKE (SELECT path || '%' FROM organisation.unit WHERE id = $3))
        AND ($4::text IS NULL OR own.path > $4)
      ORDER BY own.path LIMIT $5`,
    values: [
      filter.paths.map((path) => `${path}%`),
      filter.year,
      filter.unit ?? null,
      filter.after ?? null,
      filter.limit,
    ],
  });
}
