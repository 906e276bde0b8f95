import type { Database } from '@lianban/platform';
import { isOwnStep } from '../sides/own-step.sql.js';
import type { PastCase } from './past-case.js';

/** One page of past cases, as a statement is asked for it. */
interface Asked {
  readonly processKey: string;
  readonly from: string | undefined;
  readonly until: string | undefined;
  /** Paths of the units whose cases may be looked at. */
  readonly paths: readonly string[];
  readonly mark: readonly [at: string, id: string] | undefined;
  readonly limit: number;
}

/** A past case with its place in the list, which tells of no case: page marks can be read. */
export interface PastCaseRow {
  readonly id: string;
  readonly at: string;
  readonly fact: PastCase;
}

/** An instant as the programs that simulate write it. */
const iso = (instant: string): string => `to_char(${instant} AT TIME ZONE 'UTC', 'YYYY-MM-DD"T"HH24:MI:SS.MS"Z"')`;

/** What tells cases of one instant apart; it leads to none. */
const place = (file: string): string => `md5(${file}.id::text)::uuid`;

/** Past cases of a workflow with their steps, the newest first; one look-up by index for the steps of each. */
export async function findPastCases(db: Database, asked: Asked): Promise<PastCaseRow[]> {
  const { processKey, from, until, paths, mark, limit } = asked;
  return await db.query<PastCaseRow>({
    name: 'casework-past-cases',
    // The page is chosen first, or else the steps of all cases of the period would be looked up.
    text: `WITH page AS MATERIALIZED (
        SELECT file.id, file.received_at, file.category_code, file.kind_code, file.urgency, unit.id AS station, unit.path
        FROM casework.case_file file JOIN organisation.unit unit ON unit.id = file.first_unit_id
        WHERE file.definition_key = $1 AND file.received_at >= coalesce($2::timestamptz, '-infinity')
          AND file.received_at < coalesce($3::timestamptz, 'infinity')
          AND (file.received_at, ${place('file')}) < (coalesce($4::timestamptz, 'infinity'), coalesce($5::uuid, 'ffffffff-ffff-ffff-ffff-ffffffffffff'))
          AND unit.path LIKE ANY($6::text[])
        ORDER BY file.received_at DESC, ${place('file')} DESC LIMIT $7)
      SELECT ${place('page')} AS id, page.received_at::text AS at, jsonb_build_object(
        'receivedAt', ${iso('page.received_at')}, 'category', coalesce(page.category_code, ''),
        'kind', coalesce(page.kind_code, ''), 'urgency', page.urgency, 'station', page.station,
        'street', coalesce((SELECT street.id FROM organisation.unit street
          WHERE street.kind = 'street' AND street.id = ANY(string_to_array(page.path, '/')) LIMIT 1), page.station),
        'steps', coalesce(step.list, '[]')) AS fact
      FROM page LEFT JOIN LATERAL (
          SELECT jsonb_agg(jsonb_build_object(
            'process', step.definition_key, 'element', step.element_id, 'receivedAt', ${iso('step.received_at')},
            'endedAt', ${iso('step.finished_at')}, 'end', step.state, 'outcome', step.outcome,
            'calendar', step.calendar_id, 'pauses', coalesce((
              SELECT jsonb_agg(jsonb_build_object('from', ${iso('act.at')}, 'to', ${iso('act.ended_at')}) ORDER BY act.at)
              FROM casework.case_act act
              WHERE act.instance_id = step.instance_id AND act.key = step.term_key AND act.kind = 'suspend'), '[]'))
            ORDER BY step.received_at, step.instance_id, step.key) AS list
          FROM casework.step WHERE step.case_id = page.id AND ${isOwnStep}) AS step ON true
      ORDER BY page.received_at DESC, ${place('page')} DESC`,
    values: [
      ...[processKey, from ?? null, until ?? null, mark?.[0] ?? null, mark?.[1] ?? null],
      ...[paths.map((path) => `${path}%`), limit],
    ],
  });
}
