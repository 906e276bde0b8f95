import type { Database } from '@lianban/platform';
import type { PublicPledge, PublicUnit } from './public-pledges.js';

/** Units with public pledges whose name has a part, by name; 20 at most. */
export async function publicUnits(db: Database, part: string): Promise<PublicUnit[]> {
  return await db.query<PublicUnit>({
    name: 'outreach-public-units',
    text: `SELECT own.id, own.name FROM organisation.unit own
           WHERE position($1 IN own.name) > 0
             AND EXISTS (SELECT FROM outreach.pledge WHERE unit_id = own.id AND state IN ('doing', 'reviewed'))
           ORDER BY own.name, own.id LIMIT 20`,
    values: [part],
  });
}

/** Years for which a unit has public pledges, the latest first. */
export async function publicYears(db: Database, unitId: string): Promise<number[]> {
  const rows = await db.query<{ year: number }>({
    name: 'outreach-public-years',
    text: `SELECT DISTINCT year FROM outreach.pledge WHERE unit_id = $1 AND state IN ('doing', 'reviewed')
           ORDER BY year DESC LIMIT 50`,
    values: [unitId],
  });
  return rows.map(({ year }) => year);
}

/** A public pledge as it is read. */
export interface PublicPledgeRead extends Omit<PublicPledge, 'publishedAt' | 'late' | 'meanScore'> {
  readonly publishedAt: Date;
  readonly points: number | null;
  readonly scores: number | null;
}

/** One page of the public pledges of a unit for a year, by the day on which they are due. */
export async function publicPledges(
  db: Database,
  page: {
    readonly unitId: string;
    readonly year: number;
    readonly limit: number;
    readonly after?: readonly [string, string] | undefined;
  },
): Promise<PublicPledgeRead[]> {
  const [day = null, id = null] = page.after ?? [];
  return await db.query<PublicPledgeRead>({
    name: 'outreach-public-pledges',
    text: `SELECT pledge.id, pledger, title, pledge.text, topic.name AS topic, measure, due_on::text AS "dueOn",
             published_at AS "publishedAt", finished_on::text AS "finishedOn", result, outcome, points, scores,
             (SELECT coalesce(jsonb_agg(jsonb_build_object('day', day, 'text', done.text, 'evidence', evidence)
                ORDER BY day, done.id), '[]') FROM outreach.pledge_progress done WHERE pledge_id = pledge.id) AS progress,
             (SELECT coalesce(jsonb_agg(jsonb_build_object('id', file.id, 'name', file.name, 'type', file.type, 'size', size)
                ORDER BY added_at, file.id), '[]') FROM outreach.pledge_file file
              WHERE pledge_id = pledge.id AND removed_at IS NULL) AS files
           FROM outreach.pledge LEFT JOIN casework.category topic ON topic.code = category_code
           WHERE unit_id = $1 AND year = $2 AND state IN ('doing', 'reviewed')
             AND ($3::date IS NULL OR (due_on, pledge.id) > ($3::date, $4::uuid))
           ORDER BY due_on, pledge.id LIMIT $5`,
    values: [page.unitId, page.year, day, id, page.limit],
  });
}

/** A closed review of a unit for a year as residents read it. */
export interface PublicReviewRead {
  readonly day: string;
  readonly delegates: number;
  readonly remark: string;
  readonly kept: number;
  readonly partly: number;
  readonly notKept: number;
  readonly points: number;
  readonly scores: number;
}

/** The closed review of a unit for a year with what its pledges came to. */
export async function publicReview(db: Database, unitId: string, year: number): Promise<PublicReviewRead | undefined> {
  const [row] = await db.query<PublicReviewRead>({
    name: 'outreach-public-review',
    text: `SELECT held_on::text AS day, delegates, remark, count(*) FILTER (WHERE outcome = 'kept')::int AS kept,
             count(*) FILTER (WHERE outcome = 'partly')::int AS partly,
             count(*) FILTER (WHERE outcome = 'not-kept')::int AS "notKept", sum(points)::int AS points, sum(scores)::int AS scores
           FROM outreach.pledge_review review JOIN outreach.pledge USING (unit_id, year)
           WHERE unit_id = $1 AND year = $2 AND closed_at IS NOT NULL AND state = 'reviewed'
           GROUP BY review.id`,
    values: [unitId, year],
  });
  return row;
}
