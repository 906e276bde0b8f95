import type { Database } from '@lianban/platform';
import { mayRead, type CaseScope } from '../cases/case-access.js';
import { notRecused } from '../recusals/recusal.sql.js';
import { isOwnStep } from '../sides/own-step.sql.js';
import type { Neighbour } from './advice.rules.js';
import type { LikelyRepeat } from './similar.js';

/** How many of the latest cases are compared, so that a question costs the same in a large archive. */
const compared = 2_000;
const nearest = 15;

/**
 * The cases with a category that are nearest to a text, by the words they share: each word counts by its rarity among
 * the cases compared, and a long case needs more of them.
 */
export async function nearestCases(db: Database, terms: readonly string[], scope: CaseScope): Promise<Neighbour[]> {
  return await db.query<Neighbour>({
    name: 'casework-nearest',
    text: `
      WITH recent AS MATERIALIZED (
        SELECT id, category_code, search_terms FROM casework.case_file
        WHERE category_code IS NOT NULL ORDER BY received_at DESC LIMIT ${compared}),
      hit AS MATERIALIZED (
        SELECT id, term FROM recent, unnest(search_terms) AS term JOIN unnest($1::text[]) AS asked ON asked = term),
      weight AS (
        SELECT term, power(ln(1 + (SELECT count(*) FROM recent)::float / count(*)), 2) AS weight FROM hit GROUP BY term),
      score AS (
        SELECT recent.id, recent.category_code, sum(weight) / sqrt(cardinality(recent.search_terms)) AS score
        FROM hit JOIN weight USING (term) JOIN recent USING (id)
        GROUP BY recent.id, recent.category_code, cardinality(recent.search_terms)
        ORDER BY score DESC LIMIT ${nearest})
      SELECT file.id, file.code, file.title, category.code AS "categoryCode", category.name AS "categoryName",
        coalesce(category.parent_code, category.code) AS "topCode", score.score, ${mayRead('$2', '$3')} AS readable
      FROM score JOIN casework.case_file file USING (id) JOIN casework.category ON category.code = score.category_code
      ORDER BY score.score DESC, file.id`,
    values: [terms, scope.accountId, scope.unitIds],
  });
}

/** A likely repeat as it is read. */
export type RepeatRow = Omit<LikelyRepeat, 'receivedAt'> & { readonly receivedAt: Date };

/**
 * Open cases that the asker may read and that share many words with a text, or come from the same telephone. Likeness is
 * Dice's: twice what both have, of what they have together.
 */
export async function likelyRepeats(
  db: Database,
  asked: { readonly terms: readonly string[]; readonly phone: string | null; readonly atLeast: number },
  scope: CaseScope,
): Promise<RepeatRow[]> {
  return await db.query<RepeatRow>({
    name: 'casework-repeats',
    text: `
      WITH candidate AS (
        (SELECT case_id AS id FROM casework.involvement WHERE unit_id = ANY($3::text[]) AND state = 'open'
          ORDER BY received_at DESC LIMIT ${compared})
        UNION (SELECT id FROM casework.case_file WHERE registered_by = $2 AND state = 'open'
          ORDER BY received_at DESC LIMIT ${compared})),
      compared AS (
        SELECT recent.*, coalesce(resident_phone = $4, false) AS "samePerson",
          round(2.0 * (SELECT count(*) FROM unnest(search_terms) AS term WHERE term = ANY($1::text[]))
            / (cardinality(search_terms) + cardinality($1::text[])), 2)::float AS similarity
        FROM candidate JOIN casework.case_file recent USING (id) WHERE ${notRecused('recent.id', '$2')})
      SELECT compared.id, code, title, address, step.unit_name AS unit, compared.received_at AS "receivedAt", similarity,
        "samePerson"
      FROM compared LEFT JOIN LATERAL (
        SELECT unit_name FROM casework.step WHERE case_id = compared.id AND state = 'open' AND ${isOwnStep}
        ORDER BY due_sort, instance_id, key LIMIT 1) AS step ON true
      WHERE similarity >= $5 OR ("samePerson" AND similarity >= $5 / 2)
      ORDER BY similarity DESC, compared.id LIMIT 5`,
    values: [asked.terms, scope.accountId, scope.unitIds, asked.phone, asked.atLeast],
  });
}
