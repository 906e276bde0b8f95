import { randomUUID } from 'node:crypto';
import type { Database } from '@lianban/platform';
import { plainClient } from './plain-client.js';

type Row = Record<string, unknown>;

/** The rows as one step of a case left them: what the next step of the limit writes. */
export interface StepSnapshot {
  readonly instance: Row;
  readonly journal: Row;
  readonly tasks: readonly Row[];
  readonly timers: readonly Row[];
}

/** Reads the rows of a case after one of its steps. */
export async function snapshot(database: Database, instanceId: string): Promise<StepSnapshot> {
  const rows = (text: string): Promise<Row[]> => database.query<Row>({ text, values: [instanceId] });
  const [instance = {}] = await rows('SELECT * FROM engine.instance WHERE id = $1');
  const [journal = {}] = await rows(
    'SELECT * FROM engine.journal WHERE instance_id = $1 ORDER BY revision DESC LIMIT 1',
  );
  const tasks = await rows('SELECT * FROM engine.task WHERE instance_id = $1');
  const timers = await rows('SELECT * FROM engine.timer WHERE instance_id = $1');
  return { instance, journal, tasks, timers };
}

/** @throws Error when the limit left other rows than the engine: then the two cannot be compared */
export async function requireSameRows(database: Database, byEngine: string, byLimit: string): Promise<void> {
  const textOf = async (id: string): Promise<string> => {
    const rows = await Promise.all(
      ['instance', 'journal', 'task', 'timer'].map((table) =>
        database.query({
          text: `SELECT to_jsonb(r) AS row FROM engine.${table} r
            WHERE ${table === 'instance' ? 'id' : 'instance_id'} = $1 ORDER BY to_jsonb(r) ->> 'revision'`,
          values: [id],
        }),
      ),
    );
    return JSON.stringify(rows).replaceAll(id, 'case');
  };
  if ((await textOf(byEngine)) === (await textOf(byLimit))) return;
  throw new Error(`expected the limit script to write the same rows as the engine: compare ${byEngine} and ${byLimit}`);
}

/**
 * The least that any engine must do for the same rows: no lock, no read, no thought; each step is one prepared
 * statement that commits by itself, by the plain client `postgres`.
 */
export interface LimitScript {
  /** Writes a case with the rows of all its steps, reports the milliseconds of each and answers with the case's id. */
  writeCase(report: (milliseconds: number) => void): Promise<string>;
  close(): Promise<void>;
}

export function openLimitScript(url: string, steps: readonly StepSnapshot[], connections: number): LimitScript {
  const sql = plainClient(url, { max: connections });
  const sampleId = String(steps[0]?.instance['id']);
  const texts = steps.map((step, index) => statement(step, steps[index - 1]));
  return {
    async writeCase(report) {
      const id = randomUUID();
      for (const { text, values } of texts) {
        const began = performance.now();
        await sql.unsafe(text, values.map((value) => bound(value, sampleId, id)) as never[], { prepare: true });
        report(performance.now() - began);
      }
      return id;
    },
    close: () => sql.end(),
  };
}

interface LimitStatement {
  readonly text: string;
  readonly values: readonly unknown[];
}

/** One statement for one step: every row that differs from the step before. */
function statement(step: StepSnapshot, before: StepSnapshot | undefined): LimitStatement {
  const values: unknown[] = [];
  const parts = [before ? update(step.instance, values) : insert('instance', step.instance, values)];
  parts.push(insert('journal', step.journal, values));
  for (const table of ['tasks', 'timers'] as const) {
    const name = table === 'tasks' ? 'task' : 'timer';
    for (const row of without(before?.[table] ?? [], step[table])) parts.push(remove(name, row, values));
    for (const row of without(step[table], before?.[table] ?? [])) parts.push(insert(name, row, values));
  }
  return { text: `WITH ${parts.map((part, index) => `p${index} AS (${part})`).join(', ')} SELECT 1`, values };
}

/** Rows that the other step does not have just so. */
function without(rows: readonly Row[], others: readonly Row[]): Row[] {
  const known = new Set(others.map((row) => JSON.stringify(row)));
  return rows.filter((row) => !known.has(JSON.stringify(row)));
}

function insert(table: string, row: Row, values: unknown[]): string {
  const columns = Object.keys(row).filter((column) => row[column] !== null);
  const places = columns.map((column) => `$${values.push(encoded(column, row[column]))}`);
  return `INSERT INTO engine.${table} (${columns.join(', ')}) VALUES (${places.join(', ')})`;
}

/** The client is not told about arrays, so those of text go as PostgreSQL writes them. */
function encoded(column: string, value: unknown): unknown {
  return column.startsWith('candidate_') && Array.isArray(value) ? `{${value.join(',')}}` : value;
}

function update(row: Row, values: unknown[]): string {
  const columns = ['status', 'revision', 'incident_count', 'state', 'stepped_at', 'ended_at'];
  const places = columns.map((column) => `${column} = $${values.push(row[column] ?? null)}`);
  return `UPDATE engine.instance SET ${places.join(', ')} WHERE id = $${values.push(row['id'])}`;
}

function remove(table: string, row: Row, values: unknown[]): string {
  const id = values.push(row['instance_id']);
  return `DELETE FROM engine.${table} WHERE instance_id = $${id} AND key = $${values.push(row['key'])}`;
}

/** A value for the client: documents keep their text but speak of the new case. */
function bound(value: unknown, sampleId: string, id: string): unknown {
  if (typeof value === 'string') return value === sampleId ? id : value;
  if (value instanceof Date || value === null || typeof value !== 'object') return value;
  return JSON.parse(JSON.stringify(value).replaceAll(sampleId, id)) as unknown;
}
