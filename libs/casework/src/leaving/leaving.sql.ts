import type { Database } from '@lianban/platform';

/** A task that leaves somebody, as one sees it who may not see cases: without its title. */
export interface LeavingTask {
  readonly instanceId: string;
  readonly key: number;
  readonly code: string;
  readonly step: string;
  readonly unit: string | null;
  readonly dueAt: Date | null;
  /** Whether they hold it; else it is offered to them alone. */
  readonly held: boolean;
}

/** Open tasks that a person holds, or that are offered to that person alone, and how many there are. */
export async function tasksOfPerson(
  db: Database,
  person: { readonly id: string; readonly username: string },
  limit: number,
): Promise<{ readonly tasks: LeavingTask[]; readonly total: number }> {
  const rows = await db.query<LeavingTask & { readonly total: number }>({
    name: 'casework-tasks-of-person',
    text: `SELECT step.instance_id AS "instanceId", step.key, file.code, step.name AS step, step.unit_name AS unit,
             step.due_at AS "dueAt", step.assignee_id IS NOT NULL AS held, count(*) OVER ()::int AS total
           FROM casework.step JOIN casework.case_file file ON file.id = step.case_id
           WHERE step.state = 'open' AND (step.assignee_id = $1
             OR step.assignee_id IS NULL AND step.pools && $2::text[] AND step.pools <@ $2::text[])
           ORDER BY due_sort, step.instance_id, step.key LIMIT $3`,
    values: [person.id, [`person:${person.id}`, `person:${person.username}`], limit],
  });
  return { tasks: rows.map(({ total: _, ...task }) => task), total: rows[0]?.total ?? 0 };
}
