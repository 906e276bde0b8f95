import type { Statement } from '@lianban/platform';
import type { RowKey, WriteDocument } from './write-document.js';

/** Rows per table up to which a statement of its own pays; every number of rows is a statement to prepare. */
const mostRows = 4;

type Kind = 'uuid' | 'int' | 'text' | 'text[]' | 'boolean' | 'timestamptz' | 'jsonb';

/** A column, its type, and the field of the row that it takes when that is not its own name. */
type Column = readonly [name: string, kind: Kind, field?: string];

interface Table {
  readonly name: string;
  /** Its letter in names of statements, which PostgreSQL cuts off at 63. */
  readonly code: string;
  readonly columns: readonly Column[];
  readonly onConflict?: string;
}

/** Tables to insert into by the parts of the document; `instance_id` is the one instance of the document. */
const inserts = {
  created: {
    name: 'instance',
    code: 'i',
    columns: [
      ['definition_id', 'uuid'],
      ['root_id', 'uuid'],
      ['parent_id', 'uuid'],
      ['parent_key', 'int'],
      ['business_key', 'text'],
      ['status', 'text'],
      ['revision', 'int'],
      ['incident_count', 'int'],
      ['state', 'jsonb'],
      ['started_at', 'timestamptz'],
      ['stepped_at', 'timestamptz'],
      ['ended_at', 'timestamptz'],
    ],
  },
  journal: {
    name: 'journal',
    code: 'j',
    columns: [
      ['revision', 'int'],
      ['at', 'timestamptz'],
      ['command', 'jsonb'],
      ['actor', 'jsonb'],
      ['events', 'jsonb'],
    ],
  },
  tasks: {
    name: 'task',
    code: 't',
    columns: [
      ['key', 'int'],
      ['element_id', 'text'],
      ['name', 'text'],
      ['lane', 'text'],
      ['unit', 'text'],
      ['assignee', 'text'],
      ['candidate_users', 'text[]'],
      ['candidate_groups', 'text[]'],
      ['form', 'text'],
      ['due_at', 'timestamptz'],
      ['warn_at', 'timestamptz'],
      ['created_at', 'timestamptz'],
      ['outcomes', 'jsonb'],
      ['properties', 'jsonb'],
      ['suspended', 'boolean'],
    ],
  },
  timers: {
    name: 'timer',
    code: 'm',
    columns: [
      ['key', 'int'],
      ['root_id', 'uuid'],
      ['owner_key', 'int'],
      ['element_id', 'text'],
      ['due_at', 'timestamptz'],
      ['attempt_at', 'timestamptz', 'due_at'],
      ['suspended', 'boolean'],
    ],
    onConflict: `(instance_id, key) DO UPDATE SET due_at = excluded.due_at, attempt_at = excluded.attempt_at,
      suspended = excluded.suspended, attempts = 0, last_error = NULL`,
  },
  jobs: {
    name: 'job',
    code: 'w',
    columns: [
      ['key', 'int'],
      ['element_id', 'text'],
      ['topic', 'text'],
      ['properties', 'jsonb'],
      ['retries', 'int'],
      ['attempt_at', 'timestamptz', 'created_at'],
      ['created_at', 'timestamptz'],
    ],
    onConflict: `(instance_id, key) DO UPDATE SET retries = excluded.retries, attempt_at = excluded.attempt_at,
      locked_by = NULL`,
  },
} as const satisfies { readonly [P in keyof WriteDocument]?: Table };

type InsertPart = keyof typeof inserts;

const removals = { timersEnded: ['timer'], elementsEnded: ['task', 'job'] } as const;

/**
 * The whole document as one prepared statement, when it is about one instance and few rows, which is what nearly every
 * command writes. It does what `engine.write_steps` does at a third of the server's time, as nothing is unpacked from
 * JSON. Undefined for every other document. The statement fails with a division by zero when the instance was not at the
 * revision that the step began with.
 */
export function singleStatement(document: WriteDocument): Statement | undefined {
  const [journal] = document.journal;
  if (document.journal.length !== 1 || !journal || !isCovered(document)) return undefined;
  const values: unknown[] = [journal.instance_id];
  const bind = (value: unknown, kind: Kind): string => `$${values.push(encoded(value, kind))}::${kind}`;

  const parts: string[] = [];
  const names: string[] = [];
  const [updated] = document.updated ?? [];
  if (updated) {
    const changes = (
      [
        ['status', 'text'],
        ['revision', 'int'],
        ['incident_count', 'int'],
        ['state', 'jsonb'],
        ['stepped_at', 'timestamptz'],
        ['ended_at', 'timestamptz'],
      ] as const
    ).map(([column, kind]) => `${column} = ${bind(updated[column], kind)}`);
    const base = bind(updated.base, 'int');
    parts.push(
      `UPDATE engine.instance SET ${changes.join(', ')} WHERE id = $1::uuid AND revision = ${base} RETURNING id`,
    );
    names.push('u');
  }
  for (const part of Object.keys(inserts) as InsertPart[]) {
    const rows = (document[part] ?? []) as readonly object[];
    if (rows.length === 0) continue;
    parts.push(insertion(inserts[part], rows as readonly Readonly<Record<string, unknown>>[], bind));
    names.push(`${inserts[part].code}${rows.length}`);
  }
  for (const part of ['timersEnded', 'elementsEnded'] as const) {
    const rows: readonly RowKey[] = document[part] ?? [];
    if (rows.length === 0) continue;
    const keys = `$${values.push(rows.map(({ key }) => key))}::int[]`;
    for (const table of removals[part]) {
      parts.push(`DELETE FROM engine.${table} WHERE instance_id = $1::uuid AND key = ANY (${keys})`);
    }
    names.push(part === 'timersEnded' ? 'x' : 'e');
  }
  const ctes = parts.map((text, index) => `p${index} AS (${text})`).join(', ');
  return { name: `engine.write:${names.join('')}`, text: `WITH ${ctes} SELECT 1 / count(*) FROM p0`, values };
}

const covered: ReadonlySet<string> = new Set(['updated', ...Object.keys(inserts), ...Object.keys(removals)]);

function isCovered(document: WriteDocument): boolean {
  return Object.entries(document).every(
    ([part, rows]: [string, readonly unknown[]]) => covered.has(part) && (part in removals || rows.length <= mostRows),
  );
}

function insertion(
  { name, columns, onConflict }: Table,
  rows: readonly Readonly<Record<string, unknown>>[],
  bind: (value: unknown, kind: Kind) => string,
): string {
  const id = name === 'instance' ? 'id' : 'instance_id';
  const lines = rows.map((row) => {
    const places = columns.map(([column, kind, field]) => bind(row[field ?? column], kind));
    return `($1::uuid, ${places.join(', ')})`;
  });
  const conflict = onConflict === undefined ? '' : ` ON CONFLICT ${onConflict}`;
  const into = `engine.${name} (${[id, ...columns.map(([column]) => column)].join(', ')})`;
  return `INSERT INTO ${into} VALUES ${lines.join(', ')}${conflict}${name === 'instance' ? ' RETURNING id' : ''}`;
}

function encoded(value: unknown, kind: Kind): unknown {
  if (value === undefined || value === null) return null;
  return kind === 'jsonb' ? JSON.stringify(value) : value;
}
