import type { Database, Transaction } from '@lianban/platform';
import type { PledgeItem, PledgeOutcome, PledgeState, ProgressEntry } from './pledge.js';

/** What people say of a pledge. */
export interface PledgeContent {
  readonly year: number;
  readonly pledger: string | null;
  readonly title: string;
  readonly text: string;
  readonly category: string | null;
  readonly measure: string;
  readonly dueOn: string;
}

/** A pledge as it is first written. */
export interface PledgeRow extends PledgeContent {
  readonly id: string;
  readonly unit: { readonly id: string; readonly name: string };
  readonly draftedAt: Date;
  readonly draftedBy: string;
}

/** Writes a draft. */
export async function insertPledge(tx: Transaction, row: PledgeRow): Promise<void> {
  await tx.query({
    name: 'outreach-insert-pledge',
    text: `INSERT INTO outreach.pledge (id, unit_id, unit_name, year, pledger, title, text, category_code, measure,
             due_on, state, drafted_at, drafted_by_name)
           VALUES ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, 'pledged', $11, $12)`,
    values: [
      row.id,
      row.unit.id,
      row.unit.name,
      row.year,
      row.pledger,
      row.title,
      row.text,
      row.category,
      row.measure,
      row.dueOn,
      row.draftedAt,
      row.draftedBy,
    ],
  });
}

/** A pledge on which something is done. */
export interface LockedPledge extends PledgeContent {
  readonly id: string;
  readonly unitId: string;
  readonly unit: string;
  readonly path: string;
  readonly state: PledgeState;
  readonly version: number;
  readonly dropped: boolean;
  readonly finishedOn: string | null;
}

/** Locks a pledge of the units below these paths until the end of the transaction. */
export async function lockPledge(
  tx: Transaction,
  id: string,
  paths: readonly string[],
): Promise<LockedPledge | undefined> {
  const [row] = await tx.query<LockedPledge>({
    name: 'outreach-lock-pledge',
    text: `SELECT pledge.id, unit_id AS "unitId", unit_name AS unit, own.path, year, pledger, title, pledge.text,
             category_code AS category, measure, due_on::text AS "dueOn", state, version, dropped_at IS NOT NULL AS dropped, finished_on::text AS "finishedOn"
           FROM outreach.pledge JOIN organisation.unit own ON own.id = unit_id
           WHERE pledge.id = $1 AND own.path LIKE ANY ($2) FOR UPDATE OF pledge`,
    values: [id, paths.map((path) => `${path}%`)],
  });
  return row;
}

/** Writes what was changed. */
export async function updateContent(tx: Transaction, id: string, content: PledgeContent): Promise<void> {
  const { year, pledger, title, text, category, measure, dueOn } = content;
  await tx.query({
    name: 'outreach-change-pledge',
    text: `UPDATE outreach.pledge SET year = $2, pledger = $3, title = $4, text = $5, category_code = $6, measure = $7,
             due_on = $8, version = version + 1 WHERE id = $1`,
    values: [id, year, pledger, title, text, category, measure, dueOn],
  });
}

/** Takes a draft to what its discussion came to. */
export async function keepDiscussion(
  tx: Transaction,
  id: string,
  to: { readonly state: 'pledged' | 'discussed'; readonly text: string },
): Promise<void> {
  await tx.query({
    name: 'outreach-discuss-pledge',
    text: 'UPDATE outreach.pledge SET state = $2, text = $3, version = version + 1 WHERE id = $1',
    values: [id, to.state, to.text],
  });
}

/** Drops a draft. */
export async function keepDropping(tx: Transaction, id: string, now: Date): Promise<void> {
  await tx.query({
    name: 'outreach-drop-pledge',
    text: 'UPDATE outreach.pledge SET dropped_at = $2, version = version + 1 WHERE id = $1',
    values: [id, now],
  });
}

/** Makes a pledge public. */
export async function keepPublication(tx: Transaction, id: string, now: Date): Promise<void> {
  await tx.query({
    name: 'outreach-publish-pledge',
    text: `UPDATE outreach.pledge SET state = 'doing', published_at = $2, version = version + 1 WHERE id = $1`,
    values: [id, now],
  });
}

/** Writes what was done for a pledge. */
export async function insertProgress(
  tx: Transaction,
  pledgeId: string,
  entry: ProgressEntry & { readonly id: string; readonly at: Date; readonly by: string },
): Promise<void> {
  await tx.query({
    name: 'outreach-insert-progress',
    text: `INSERT INTO outreach.pledge_progress (id, pledge_id, day, text, evidence, added_at, added_by_name)
           VALUES ($1, $2, $3, $4, $5, $6, $7)`,
    values: [entry.id, pledgeId, entry.day, entry.text, entry.evidence, entry.at, entry.by],
  });
}

/** Finishes a pledge. */
export async function keepFinish(
  tx: Transaction,
  id: string,
  { day, result }: { readonly day: string; readonly result: string },
): Promise<void> {
  await tx.query({
    name: 'outreach-finish-pledge',
    text: 'UPDATE outreach.pledge SET finished_on = $2, result = $3, version = version + 1 WHERE id = $1',
    values: [id, day, result],
  });
}

/** Lets one at a time decide what belongs to these years of a unit. Pledges are locked before their year. */
export async function lockYears(tx: Transaction, unitId: string, years: readonly number[]): Promise<void> {
  await tx.query({
    name: 'outreach-lock-years',
    text: `SELECT pg_advisory_xact_lock(hashtext('outreach.year/' || $1::text || '/' || year))
           FROM (SELECT DISTINCT year FROM unnest($2::integer[]) AS year ORDER BY year) AS wanted`,
    values: [unitId, years],
  });
}

/** Whether pledges of a unit for a year were reviewed; it stays so until the end of the transaction. */
export async function isReviewed(tx: Transaction, unitId: string, year: number): Promise<boolean> {
  await lockYears(tx, unitId, [year]);
  const rows = await tx.query({
    name: 'outreach-year-reviewed',
    text: `SELECT FROM outreach.pledge_review WHERE unit_id = $1 AND year = $2 AND (closed_at IS NOT NULL OR EXISTS (
             SELECT FROM outreach.pledge WHERE pledge.unit_id = $1 AND pledge.year = $2 AND state = 'reviewed'))`,
    values: [unitId, year],
  });
  return rows.length > 0;
}

/** A pledge as it is read. */
export interface PledgeRead extends Omit<PledgeItem, 'meanScore' | 'late'> {
  readonly mark: string;
  readonly path: string;
  readonly version: number;
  readonly text: string;
  readonly measure: string;
  readonly draftedBy: string;
  readonly draftedAt: Date;
  readonly publishedAt: Date | null;
  readonly result: string | null;
  readonly outcome: PledgeOutcome | null;
  readonly points: number | null;
  readonly scores: number | null;
}

/** Whose pledges are read, and which of them. */
export interface PledgeFilter {
  /** Paths of units; all below them are read. */
  readonly paths: readonly string[];
  readonly id?: string;
  /** Only of a unit and those below it. */
  readonly unit?: string | undefined;
  readonly year?: number | undefined;
  readonly state?: PledgeState | undefined;
  readonly limit: number;
  readonly after?: readonly [string, string] | undefined;
}

/** One page of pledges, the latest first; or a single one. */
export async function findPledges(db: Database, filter: PledgeFilter): Promise<PledgeRead[]> {
  const [at = null, afterId = null] = filter.after ?? [];
  return await db.query<PledgeRead>({
    name: 'outreach-pledges',
    text: `SELECT pledge.id, unit_id AS "unitId", unit_name AS unit, own.path, year, pledger, title, pledge.text,
             CASE WHEN topic.code IS NOT NULL THEN jsonb_build_object('code', topic.code, 'name', topic.name) END AS category,
             measure, due_on::text AS "dueOn", state, dropped_at IS NOT NULL AS dropped, version, drafted_at AS "draftedAt", drafted_at::text AS mark,
             drafted_by_name AS "draftedBy", published_at AS "publishedAt", finished_on::text AS "finishedOn", result,
             outcome, points, scores
           FROM outreach.pledge JOIN organisation.unit own ON own.id = unit_id
             LEFT JOIN casework.category topic ON topic.code = category_code
           WHERE own.path LIKE ANY ($1) AND ($2::uuid IS NULL OR pledge.id = $2)
             AND ($3::text IS NULL OR own.path LIKE (SELECT path || '%' FROM organisation.unit WHERE id = $3))
             AND ($4::integer IS NULL OR year = $4) AND ($5::text IS NULL OR state = $5 AND dropped_at IS NULL)
             AND ($6::timestamptz IS NULL OR (drafted_at, pledge.id) < ($6::timestamptz, $7::uuid))
           ORDER BY drafted_at DESC, pledge.id DESC LIMIT $8`,
    values: [
      filter.paths.map((path) => `${path}%`),
      filter.id ?? null,
      filter.unit ?? null,
      filter.year ?? null,
      filter.state ?? null,
      at,
      afterId,
      filter.limit,
    ],
  });
}

/** What was done for a pledge, the earliest first; 200 at most. */
export async function progressOf(db: Database, pledgeId: string): Promise<ProgressEntry[]> {
  return await db.query<ProgressEntry>({
    name: 'outreach-progress',
    text: `SELECT day::text, text, evidence FROM outreach.pledge_progress WHERE pledge_id = $1 ORDER BY day, id LIMIT 200`,
    values: [pledgeId],
  });
}
