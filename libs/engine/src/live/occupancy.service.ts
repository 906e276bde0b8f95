import { Injectable } from '@nestjs/common';
import type { Transaction } from '@lianban/platform';

/** How many running instances wait at an element for something outside, and what is wrong there. */
export interface Occupancy {
  readonly elementId: string;
  /** For somebody, for a program, or for a message. */
  readonly waiting: number;
  /** Of those that wait for somebody, how many should have been done; clocks that stand are not late. */
  readonly overdue: number;
  readonly incidents: number;
}

/** Where the running instances of a definition are. Its cost goes by what is open, never by what has ended. */
@Injectable()
export class OccupancyService {
  async of(tx: Pick<Transaction, 'query'>, definitionId: string, now: Date): Promise<Occupancy[]> {
    return await tx.query<Occupancy>({
      name: 'engine-occupancy',
      text: `WITH running AS MATERIALIZED (
          SELECT id FROM engine.instance WHERE definition_id = $1 AND ended_at IS NULL),
        open AS (
          SELECT task.element_id, 'wait' AS what, NOT task.suspended AND task.due_at < $2 AS late
          FROM running JOIN engine.task ON task.instance_id = running.id
          UNION ALL
          SELECT job.element_id, 'wait', false FROM running JOIN engine.job ON job.instance_id = running.id
          UNION ALL
          SELECT subscription.element_id, 'wait', false
          FROM running JOIN engine.subscription ON subscription.instance_id = running.id
          UNION ALL
          SELECT element_id, 'incident', false FROM engine.incident WHERE definition_id = $1)
        SELECT element_id AS "elementId", count(*) FILTER (WHERE what = 'wait')::int AS waiting,
          count(*) FILTER (WHERE late)::int AS overdue, count(*) FILTER (WHERE what = 'incident')::int AS incidents
        FROM open GROUP BY element_id ORDER BY element_id`,
      values: [definitionId, now],
    });
  }
}
