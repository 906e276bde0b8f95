import type { Database } from '@lianban/platform';
import { mayRead, type CaseScope } from '../cases/case-access.js';
import { notRecused } from '../recusals/recusal.sql.js';
import { isOwnStep } from '../sides/own-step.sql.js';
import { marksOfPhone, phoneMark } from '../sealing/resident.sql.js';
import type { Neighbour } from './advice.rules.js';
import type { LikelyRepeat } from './similar.js';
import { likenessSql } from './likeness.sql.js';
import type { Likeness } from './term-index.js';

/** How many of the latest cases are compared, so that a question costs the same in a large archive. */
const compared = 2_000;

/** Ids of the latest cases with a category, the latest first. */
export async function latestCategorised(db: Database): Promise<readonly string[]> {
  const [row] = await db.query<{ ids: string | null }>({
    name: 'casework-latest-categorised',
    text: `SELECT string_agg(id::text, ',') AS ids FROM (SELECT id FROM casework.case_file
             WHERE category_code IS NOT NULL ORDER BY received_at DESC, id LIMIT ${compared}) AS latest`,
  });
  return row?.ids?.split(',') ?? [];
}

/** The words of cases. */
export async function termsOfCases(
  db: Database,
  ids: readonly string[],
): Promise<readonly { readonly id: string; readonly terms: readonly string[] }[]> {
  return await db.query({
    name: 'casework-terms-of-cases',
    text: 'SELECT id, search_terms AS terms FROM casework.case_file WHERE id = ANY($1::uuid[])',
    values: [ids],
  });
}

/** What similar cases say of a category, with their likeness, the most like first. */
export async function neighbours(db: Database, found: readonly Likeness[], scope: CaseScope): Promise<Neighbour[]> {
  return await db.query<Neighbour>({
    name: 'casework-neighbours',
    text: `
      SELECT file.id, file.code, file.title, category.code AS "categoryCode", category.name AS "categoryName",
        coalesce(category.parent_code, category.code) AS "topCode", found.score, ${mayRead('$2', '$3')} AS readable
      FROM jsonb_to_recordset($1::jsonb) AS found(id uuid, score float)
        JOIN casework.case_file file USING (id) JOIN casework.category ON category.code = file.category_code
      ORDER BY found.score DESC, file.id`,
    values: [JSON.stringify(found), scope.accountId, scope.unitIds],
  });
}

/** A likely repeat as it is read. */
export type RepeatRow = Omit<LikelyRepeat, 'receivedAt'> & { readonly receivedAt: Date };

/**
 * Open cases that the asker may read and that share many words with a text, or come from the same telephone.
 */
export async function likelyRepeats(
  db: Database,
  asked: { readonly terms: readonly string[]; readonly phone: string | null; readonly atLeast: number },
  scope: CaseScope,
): Promise<RepeatRow[]> {
  const marks = asked.phone === null ? null : marksOfPhone(db, asked.phone);
  return await db.query<RepeatRow>({
    name: 'casework-repeats',
    text: `
      WITH candidate AS (
        (SELECT case_id AS id FROM casework.involvement WHERE unit_id = ANY($3::text[]) AND state = 'open'
          ORDER BY received_at DESC LIMIT ${compared})
        UNION (SELECT id FROM casework.case_file WHERE registered_by = $2 AND state = 'open'
          ORDER BY received_at DESC LIMIT ${compared})),
      compared AS (
        SELECT recent.*, coalesce(${phoneMark('recent')} = ANY($4::text[]), false) AS "samePerson",
          ${likenessSql('search_terms', '$1::text[]')} AS similarity
        FROM candidate JOIN casework.case_file recent USING (id) WHERE ${notRecused('recent.id', '$2')})
      SELECT compared.id, code, title, address, step.unit_name AS unit, compared.received_at AS "receivedAt", similarity,
        "samePerson"
      FROM compared LEFT JOIN LATERAL (
        SELECT unit_name FROM casework.step WHERE case_id = compared.id AND state = 'open' AND ${isOwnStep}
        ORDER BY due_sort, instance_id, key LIMIT 1) AS step ON true
      WHERE similarity >= $5 OR ("samePerson" AND similarity >= $5 / 2)
      ORDER BY similarity DESC, compared.id LIMIT 5`,
    values: [asked.terms, scope.accountId, scope.unitIds, marks, asked.atLeast],
  });
}
