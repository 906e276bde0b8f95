import { Injectable } from '@nestjs/common';
import type { InstanceState, Key } from '@lianban/bpmn';
import type { Database, Transaction } from '@lianban/platform';
import { visibleVariables } from '../instances/visible-variables.js';
import type { ExternalTask, FetchRequest, LockedExternalTask } from './external-task.js';

type Connection = Pick<Transaction | Database, 'query'>;

interface TaskRow {
  readonly instance_id: string;
  readonly key: number;
  readonly element_id: string;
  readonly topic: string;
  readonly process_key: string;
  readonly version: number;
  readonly definition_id: string;
  readonly business_key: string | null;
  readonly locked_by: string | null;
  readonly attempt_at: Date | number;
  readonly retries: number;
  readonly priority: number;
  readonly last_error: string | null;
  readonly created_at: Date;
}

/** What a list of external tasks is narrowed down to. */
export interface ExternalTaskFilter {
  readonly topic?: string | undefined;
  readonly workerId?: string | undefined;
  readonly instanceId?: string | undefined;
  readonly locked?: boolean | undefined;
  readonly failed?: boolean | undefined;
}

const columns = `j.instance_id, j.key, j.element_id, j.topic, d.process_key, d.version, d.id AS definition_id,
  i.business_key, j.locked_by, j.attempt_at, j.retries, j.priority, j.last_error, j.created_at`;
const joined =
  'engine.job j JOIN engine.instance i ON i.id = j.instance_id JOIN engine.definition d ON d.id = i.definition_id';

/** All SQL of external tasks, which are jobs that somebody outside works on. */
@Injectable()
export class ExternalTaskStore {
  /** Takes tasks of the topics for a worker; those that another transaction holds are passed over. */
  async fetch(tx: Connection, request: FetchRequest, now: Date): Promise<LockedExternalTask[]> {
    const topics = request.topics.map(({ topic, lockMs, processKey, businessKey }) => ({
      topic,
      until: new Date(now.getTime() + lockMs),
      process_key: processKey ?? null,
      business_key: businessKey ?? null,
    }));
    const order = request.byPriority ? 'j.priority DESC, j.attempt_at' : 'j.attempt_at';
    const rows = await tx.query<TaskRow & { state: InstanceState; properties: Readonly<Record<string, string>> }>({
      name: `engine.fetch_tasks_${request.byPriority ? 'by_priority' : 'by_age'}`,
      text: `WITH wanted AS (
          SELECT * FROM jsonb_to_recordset($1::jsonb) AS t (topic text, until timestamptz, process_key text, business_key text)
        ), taken AS (
          SELECT j.instance_id, j.key, w.until FROM wanted w CROSS JOIN LATERAL (
            SELECT j.instance_id, j.key, j.attempt_at, j.priority FROM engine.job j
            JOIN engine.instance i ON i.id = j.instance_id
            JOIN engine.definition d ON d.id = i.definition_id
            WHERE j.topic = w.topic AND j.attempt_at <= $2 AND j.retries > 0
              AND (w.process_key IS NULL OR w.process_key = d.process_key)
              AND (w.business_key IS NULL OR w.business_key = i.business_key)
            ORDER BY ${order} LIMIT $3 FOR UPDATE OF j SKIP LOCKED
          ) j ORDER BY ${order} LIMIT $3
        ), locked AS (
          UPDATE engine.job j SET attempt_at = taken.until, locked_by = $4
          FROM taken WHERE j.instance_id = taken.instance_id AND j.key = taken.key RETURNING j.*
        )
        SELECT ${columns}, j.properties, i.state FROM ${joined.replace('engine.job', 'locked')} ORDER BY ${order}, j.instance_id, j.key`,
      values: [JSON.stringify(topics), now, request.limit, request.workerId],
    });
    return rows.map((row) => {
      return { ...taskOf(row, now), properties: row.properties, variables: visibleVariables(row.state, row.key) };
    });
  }

  /** Who has a task, with its row locked: undefined when it is gone. The caller holds its instance. */
  async holderOf(
    tx: Transaction,
    instanceId: string,
    key: Key,
  ): Promise<{ workerId: string | null; retries: number } | undefined> {
    const [row] = await tx.query<{ locked_by: string | null; retries: number }>({
      name: 'engine.holder_of_task',
      text: 'SELECT locked_by, retries FROM engine.job WHERE instance_id = $1 AND key = $2 FOR UPDATE',
      values: [instanceId, key],
    });
    return row && { workerId: row.locked_by, retries: row.retries };
  }

  /** Gives a task back, or prolongs its lock, or notes a failure; what is absent stays as it is. */
  async change(
    tx: Connection,
    { instanceId, key }: { readonly instanceId: string; readonly key: Key },
    change: { attemptAt?: Date; workerId?: string | null; retries?: number; error?: string | undefined },
  ): Promise<void> {
    await tx.query({
      text: `UPDATE engine.job SET attempt_at = coalesce($3, attempt_at), retries = coalesce($4, retries),
          last_error = coalesce(left($5, 2000), last_error), locked_by = CASE WHEN $6 THEN $7 ELSE locked_by END
        WHERE instance_id = $1 AND key = $2`,
      values: [
        instanceId,
        key,
        change.attemptAt ?? null,
        change.retries ?? null,
        change.error ?? null,
        change.workerId !== undefined,
        change.workerId ?? null,
      ],
    });
  }

  async find(tx: Connection, instanceId: string, key: Key, now: Date): Promise<ExternalTask | undefined> {
    const [row] = await tx.query<TaskRow>({
      text: `SELECT ${columns} FROM ${joined} WHERE j.instance_id = $1 AND j.key = $2`,
      values: [instanceId, key],
    });
    return row && taskOf(row, now);
  }

  /** The oldest first; `total` counts all that the filter finds. */
  async list(
    tx: Connection,
    filter: ExternalTaskFilter,
    paging: { readonly first: number; readonly limit: number },
    now: Date,
  ): Promise<{ tasks: ExternalTask[]; total: number }> {
    const { topic = null, workerId = null, instanceId = null, locked = null, failed = null } = filter;
    const where = `($1::text IS NULL OR j.topic = $1) AND ($2::text IS NULL OR j.locked_by = $2)
      AND ($3::uuid IS NULL OR j.instance_id = $3)
      AND ($4::boolean IS NULL OR (j.locked_by IS NOT NULL AND j.attempt_at > $5) = $4)
      AND ($6::boolean IS NULL OR (j.retries = 0) = $6)`;
    const values = [topic, workerId, instanceId, locked, now, failed];
    const [count] = await tx.query<{ total: number }>({
      text: `SELECT count(*)::int AS total FROM engine.job j WHERE ${where}`,
      values,
    });
    const rows = await tx.query<TaskRow>({
      text: `SELECT ${columns} FROM ${joined} WHERE ${where} ORDER BY j.created_at, j.instance_id, j.key OFFSET $7 LIMIT $8`,
      values: [...values, paging.first, paging.limit],
    });
    return { tasks: rows.map((row) => taskOf(row, now)), total: count?.total ?? 0 };
  }
}

function taskOf(row: TaskRow, now: Date): ExternalTask {
  // The driver reads the time of a suspended instance's job, which is infinite, as a number.
  const until = row.attempt_at instanceof Date ? row.attempt_at : undefined;
  const held = row.locked_by !== null && until !== undefined && until > now;
  return {
    instanceId: row.instance_id,
    key: row.key,
    elementId: row.element_id,
    topic: row.topic,
    processKey: row.process_key,
    processVersion: row.version,
    definitionId: row.definition_id,
    businessKey: row.business_key,
    workerId: held ? row.locked_by : null,
    lockedUntil: held ? until : null,
    retries: row.retries,
    priority: row.priority,
    errorMessage: row.last_error,
    createdAt: row.created_at,
  };
}
