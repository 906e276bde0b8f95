import { Injectable } from '@nestjs/common';
import type { InstanceState, Key, Variables } from '@lianban/bpmn';
import type { Transaction } from '@lianban/platform';
import { TaskIdInvalidError, TaskTakenError } from '../engine.errors.js';
import { parseTaskId, taskIdOf } from './task-id.js';
import { visibleVariables } from './visible-variables.js';

type Reader = Pick<Transaction, 'query'>;

/** An open user task as programs see it, with the definition that it belongs to. */
export interface TaskRecord {
  readonly id: string;
  readonly instanceId: string;
  readonly elementId: string;
  readonly name: string;
  readonly assignee: string | null;
  readonly candidateGroups: readonly string[];
  readonly form: string | null;
  readonly dueAt: Date | null;
  readonly createdAt: Date;
  readonly processKey: string;
  readonly definitionId: string;
  readonly suspended: boolean;
}

export interface TaskFilter {
  readonly instanceId?: string | undefined;
  readonly businessKey?: string | undefined;
  readonly processKey?: string | undefined;
  readonly elementId?: string | undefined;
  readonly assignee?: string | undefined;
  readonly candidateGroup?: string | undefined;
  readonly unassigned?: boolean | undefined;
}

interface TaskRow {
  readonly instance_id: string;
  readonly key: Key;
  readonly element_id: string;
  readonly name: string;
  readonly assignee: string | null;
  readonly candidate_groups: readonly string[];
  readonly form: string | null;
  readonly due_at: Date | null;
  readonly created_at: Date;
  readonly process_key: string;
  readonly definition_id: string;
  readonly status: string;
}

const columns = `t.instance_id, t.key, t.element_id, t.name, t.assignee, t.candidate_groups, t.form, t.due_at, t.created_at,
  d.process_key, d.id AS definition_id, i.status`;
const joined =
  'engine.task t JOIN engine.instance i ON i.id = t.instance_id JOIN engine.definition d ON d.id = i.definition_id';

/** Open user tasks of the engine itself, for programs; people have the inboxes of casework. */
@Injectable()
export class TaskQueryService {
  /** The newest first, and how many the filter finds. */
  async list(
    tx: Reader,
    filter: TaskFilter,
    paging: { readonly first: number; readonly limit: number },
  ): Promise<{ tasks: TaskRecord[]; total: number }> {
    const where = `($1::uuid IS NULL OR t.instance_id = $1) AND ($2::text IS NULL OR i.business_key = $2)
      AND ($3::text IS NULL OR d.process_key = $3) AND ($4::text IS NULL OR t.element_id = $4)
      AND ($5::text IS NULL OR t.assignee = $5) AND ($6::text IS NULL OR $6 = ANY (t.candidate_groups))
      AND ($7::boolean IS NULL OR (t.assignee IS NULL) = $7)`;
    const { instanceId, businessKey, processKey, elementId, assignee, candidateGroup, unassigned } = filter;
    const given = [instanceId, businessKey, processKey, elementId, assignee, candidateGroup, unassigned];
    const values = given.map((value) => value ?? null);
    const [count] = await tx.query<{ total: number }>({
      text: `SELECT count(*)::int AS total FROM ${joined} WHERE ${where}`,
      values,
    });
    const rows = await tx.query<TaskRow>({
      text: `SELECT ${columns} FROM ${joined} WHERE ${where} ORDER BY t.created_at DESC, t.instance_id, t.key OFFSET $8 LIMIT $9`,
      values: [...values, paging.first, paging.limit],
    });
    return { tasks: rows.map(recordOf), total: count?.total ?? 0 };
  }

  /** @throws TaskIdInvalidError not-found `task-unknown` */
  async get(tx: Reader, taskId: string): Promise<TaskRecord> {
    const { instanceId, key } = parseTaskId(taskId);
    const [row] = await tx.query<TaskRow>({
      text: `SELECT ${columns} FROM ${joined} WHERE t.instance_id = $1 AND t.key = $2`,
      values: [instanceId, key],
    });
    if (!row) throw new TaskIdInvalidError(taskId);
    return recordOf(row);
  }

  /** All that the task sees. @throws TaskIdInvalidError */
  async variables(tx: Reader, taskId: string): Promise<Variables> {
    const { instanceId, key } = parseTaskId(taskId);
    const [row] = await tx.query<{ state: InstanceState }>({
      text: `SELECT i.state FROM engine.task t JOIN engine.instance i ON i.id = t.instance_id
        WHERE t.instance_id = $1 AND t.key = $2`,
      values: [instanceId, key],
    });
    if (!row) throw new TaskIdInvalidError(taskId);
    return visibleVariables(row.state, key);
  }

  /**
   * Assigns a task, or with null gives it back. With `claim` only one that nobody else has.
   *
   * @throws TaskIdInvalidError, TaskTakenError conflict `task-taken`
   */
  async assign(
    tx: Transaction,
    taskId: string,
    assignee: string | null,
    { claim = false }: { readonly claim?: boolean } = {},
  ): Promise<void> {
    const { instanceId, key } = parseTaskId(taskId);
    const rows = await tx.query({
      text: `UPDATE engine.task SET assignee = $3 WHERE instance_id = $1 AND key = $2
        AND (NOT $4 OR assignee IS NULL OR assignee = $3) RETURNING key`,
      values: [instanceId, key, assignee, claim],
    });
    if (rows.length > 0) return;
    const { assignee: holder } = await this.get(tx, taskId);
    throw new TaskTakenError(taskId, holder ?? '');
  }
}

function recordOf(row: TaskRow): TaskRecord {
  return {
    id: taskIdOf(row.instance_id, row.key),
    instanceId: row.instance_id,
    elementId: row.element_id,
    name: row.name,
    assignee: row.assignee,
    candidateGroups: row.candidate_groups,
    form: row.form,
    dueAt: row.due_at,
    createdAt: row.created_at,
    processKey: row.process_key,
    definitionId: row.definition_id,
    suspended: row.status === 'suspended',
  };
}
