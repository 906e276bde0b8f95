import { Injectable } from '@nestjs/common';
import type { InstanceState, Key, Variables } from '@lianban/bpmn';
import type { Database, Transaction } from '@lianban/platform';
import { visibleVariables } from '../instances/visible-variables.js';

type Connection = Pick<Transaction | Database, 'query'>;

/** Work of a service task for a handler of this process. */
export interface Job {
  readonly instanceId: string;
  readonly key: Key;
  readonly elementId: string;
  readonly topic: string;
  readonly properties: Readonly<Record<string, string>>;
  /** Attempts that are left, this one included. */
  readonly retries: number;
  /** All variables that the task sees. */
  readonly variables: Variables;
}

interface JobTableRow {
  readonly instance_id: string;
  readonly key: number;
  readonly element_id: string;
  readonly topic: string;
  readonly properties: Readonly<Record<string, string>>;
  readonly retries: number;
  readonly state: InstanceState;
}

/** All SQL about taking and giving back jobs; `engine.write_steps` makes and removes them. */
@Injectable()
export class JobStore {
  /** Takes due jobs of these topics and puts them out of the reach of others until the lease ends. */
  async claim(
    tx: Connection,
    request: { topics: readonly string[]; worker: string; now: Date; lease: Date; limit: number },
  ): Promise<Job[]> {
    const rows = await tx.query<JobTableRow>({
      name: 'engine.claim_jobs',
      text: `UPDATE engine.job j SET attempt_at = $3, locked_by = $5
        FROM engine.instance i
        WHERE i.id = j.instance_id AND (j.instance_id, j.key) IN (
          SELECT instance_id, key FROM engine.job
          WHERE topic = ANY ($1) AND attempt_at <= $2 AND retries > 0
          ORDER BY attempt_at LIMIT $4 FOR UPDATE SKIP LOCKED)
        RETURNING j.instance_id, j.key, j.element_id, j.topic, j.properties, j.retries, i.state`,
      values: [request.topics, request.now, request.lease, request.limit, request.worker],
    });
    return rows.map(({ instance_id: instanceId, key, element_id: elementId, topic, properties, retries, state }) => {
      return { instanceId, key, elementId, topic, properties, retries, variables: visibleVariables(state, key) };
    });
  }

  /** Notes a failed attempt and when to try again. */
  async markFailed(tx: Connection, job: Job, failure: { error: string; retryAt: Date }): Promise<void> {
    await tx.query({
      text: `UPDATE engine.job SET retries = retries - 1, attempt_at = $3, locked_by = NULL, last_error = left($4, 2000)
        WHERE instance_id = $1 AND key = $2`,
      values: [job.instanceId, job.key, failure.retryAt, failure.error],
    });
  }
}
