import type { Database } from '@lianban/platform';
import type { CaseState } from '../cases/case.js';
import type { CaseScope } from '../cases/case-access.js';
import { seesResident } from '../personal/sees-resident.js';
import { notRecused } from '../recusals/recusal.sql.js';
import { phoneMark } from '../sealing/resident.sql.js';
import { likenessSql } from '../similar/likeness.sql.js';

/** How many of the latest cases of the scope are compared, so that a question costs the same in a large archive. */
const compared = 2_000;
/** More than one looks through. */
const most = 20;

/** A related case as it is read. */
export interface RelatedRow {
  readonly id: string;
  readonly code: string;
  readonly title: string;
  readonly state: CaseState;
  readonly address: string | null;
  readonly unit: string;
  readonly receivedAt: Date;
  readonly similarity: number;
  readonly samePerson: boolean | null;
  readonly sameAddress: boolean;
}

/**
 * Cases that the asker may read and that are of the same resident or place as one, or share many words with it.
 *
 * @param asked.people units whose residents the asker may see; null: nobody's
 */
export async function relatedCases(
  db: Database,
  asked: { readonly caseId: string; readonly atLeast: number; readonly people: readonly string[] | null },
  scope: CaseScope,
): Promise<RelatedRow[]> {
  return await db.query<RelatedRow>({
    name: 'casework-related',
    text: `
      WITH one AS (SELECT * FROM casework.case_file WHERE id = $1),
      candidate AS (
        (SELECT case_id AS id FROM casework.involvement WHERE unit_id = ANY($3::text[])
          ORDER BY received_at DESC, case_id DESC LIMIT ${compared})
        UNION (SELECT id FROM casework.case_file WHERE registered_by = $2 ORDER BY received_at DESC, id DESC LIMIT ${compared})),
      likened AS (
        SELECT file.id, file.code, file.title, file.state, file.address, file.owner_unit_name AS unit,
          file.received_at AS "receivedAt",
          CASE WHEN ${seesResident('one', '$2', '$5')} AND ${seesResident('file', '$2', '$5')} THEN
            NOT file.anonymous AND NOT one.anonymous AND num_nonnulls(file.anonymised_at, one.anonymised_at) = 0 AND coalesce(${phoneMark('file')} = ${phoneMark('one')}, false)
            END AS "samePerson",
          coalesce(btrim(file.address) <> '' AND btrim(file.address) = btrim(one.address), false) AS "sameAddress",
          ${likenessSql('file.search_terms', 'one.search_terms')} AS similarity
        FROM candidate JOIN casework.case_file file USING (id) CROSS JOIN one
        WHERE file.id <> one.id AND file.id IS DISTINCT FROM one.merged_into AND file.merged_into IS DISTINCT FROM one.id
          AND ${notRecused('file.id', '$2')})
      SELECT * FROM likened WHERE "samePerson" OR "sameAddress" OR similarity >= $4
      ORDER BY "samePerson" IS TRUE DESC, "sameAddress" DESC, similarity DESC, "receivedAt" DESC, id LIMIT ${most}`,
    values: [asked.caseId, scope.accountId, scope.unitIds, asked.atLeast, asked.people],
  });
}
