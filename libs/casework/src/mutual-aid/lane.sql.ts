/** The three ways in which a case is handled: at the window, by volunteers, or by several units together. */
export type Lane = 'window' | 'mutual' | 'coordination';

/**
 * Expression: the lane of a case, as far as it was known at an instant. Solved by volunteers, or with them now: mutual;
 * before the joint meeting, or with more than one unit that finished a task of its way or helped: coordination; else
 * window. Callbacks and checks decide nothing.
 */
export function laneOf(caseId: string, known = `'infinity'::timestamptz`): string {
  return `CASE
    WHEN EXISTS (SELECT FROM casework.side_process side WHERE side.case_id = ${caseId} AND side.kind = 'mutual-aid'
      AND side.asked_at < ${known} AND (side.outcome = 'solved' OR side.ended_at IS NULL OR side.ended_at >= ${known}))
      THEN 'mutual'
    WHEN EXISTS (SELECT FROM casework.step WHERE step.case_id = ${caseId} AND step.received_at < ${known}
      AND step.properties ->> 'level' = 'joint-meeting') THEN 'coordination'
    WHEN (SELECT count(*) FROM (
        SELECT step.unit_id FROM casework.step
        WHERE step.case_id = ${caseId} AND step.state = 'done' AND step.finished_at < ${known}
          AND step.properties ->> 'callback' IS DISTINCT FROM 'true'
          AND step.properties ->> 'checks' IS DISTINCT FROM 'true'
          AND NOT EXISTS (SELECT FROM casework.side_process WHERE id = step.instance_id)
        UNION SELECT side.unit_id FROM casework.side_process side
        WHERE side.case_id = ${caseId} AND side.kind IN ('assist', 'countersign') AND side.answered_at < ${known}
      ) AS deciding) > 1 THEN 'coordination'
    ELSE 'window' END`;
}
