import { platformSchema } from './data-source.js';

/** What answers plain queries. */
interface Reader {
  query(text: string, values?: unknown[]): Promise<unknown>;
}

/** What of the database is told apart from what should be there. */
export interface SchemaDrift {
  /** Was there after the last migration, and is gone or another one now. */
  readonly missing: readonly string[];
  /** Came by hand. */
  readonly added: readonly string[];
}

const recorded = `${platformSchema}.shape`;

/** Schemas of the server, of the queues, and extensions' own things are none of ours. */
const ours = (schema: string): string =>
  `${schema} NOT LIKE 'pg\\_%' AND ${schema} NOT IN ('information_schema', 'public', 'bullmq', '${platformSchema}')`;

/**
 * What a schema is made of, in a line each: columns, indexes, constraints, triggers. NOT NULL stands with its column,
 * as newer servers also keep it as a constraint.
 */
export async function readShape(database: Reader): Promise<string[]> {
  const rows = await database.query(`
    SELECT format('column %s.%s.%s %s%s%s', n.nspname, c.relname, a.attname, format_type(a.atttypid, a.atttypmod),
        CASE WHEN a.attnotnull THEN ' not null' ELSE '' END, coalesce(' default ' || pg_get_expr(d.adbin, d.adrelid), '')) AS line
      FROM pg_attribute a JOIN pg_class c ON c.oid = a.attrelid JOIN pg_namespace n ON n.oid = c.relnamespace
        LEFT JOIN pg_attrdef d ON d.adrelid = a.attrelid AND d.adnum = a.attnum
      WHERE c.relkind IN ('r', 'p') AND a.attnum > 0 AND NOT a.attisdropped AND ${ours('n.nspname')}
    UNION ALL
    SELECT pg_get_indexdef(i.indexrelid) || CASE WHEN i.indisvalid THEN '' ELSE ' (invalid)' END
      FROM pg_index i JOIN pg_class c ON c.oid = i.indexrelid JOIN pg_namespace n ON n.oid = c.relnamespace
      WHERE ${ours('n.nspname')} AND c.relkind IN ('i', 'I')
    UNION ALL
    SELECT format('constraint %s on %s.%s %s', k.conname, n.nspname, c.relname, pg_get_constraintdef(k.oid))
      FROM pg_constraint k JOIN pg_class c ON c.oid = k.conrelid JOIN pg_namespace n ON n.oid = c.relnamespace
      WHERE k.contype IN ('c', 'f', 'p', 'u', 'x') AND ${ours('n.nspname')}
    UNION ALL
    SELECT pg_get_triggerdef(t.oid) || CASE WHEN t.tgenabled = 'D' THEN ' (disabled)' ELSE '' END
      FROM pg_trigger t JOIN pg_class c ON c.oid = t.tgrelid JOIN pg_namespace n ON n.oid = c.relnamespace
      WHERE NOT t.tgisinternal AND ${ours('n.nspname')}
    ORDER BY 1`);
  return (rows as { line: string }[]).map(({ line }) => line);
}

/** Whether a shape was recorded. */
export async function hasShape(database: Reader): Promise<boolean> {
  const [table] = (await database.query('SELECT to_regclass($1) IS NOT NULL AS there', [recorded])) as {
    there: boolean;
  }[];
  return table?.there ?? false;
}

/** Remembers the shape, right after the migrations, so that later changes by hand are found out. */
export async function recordShape(database: Reader): Promise<void> {
  await database.query(`CREATE TABLE IF NOT EXISTS ${recorded} (line text PRIMARY KEY)`);
  await database.query(
    `WITH now (line) AS (SELECT unnest($1::text[])),
      gone AS (DELETE FROM ${recorded} WHERE line NOT IN (SELECT line FROM now))
    INSERT INTO ${recorded} SELECT line FROM now ON CONFLICT DO NOTHING`,
    [await readShape(database)],
  );
}

/** What changed since; nothing where no shape was recorded. */
export async function driftOf(database: Reader): Promise<SchemaDrift> {
  if (!(await hasShape(database))) return { missing: [], added: [] };
  const rows = (await database.query(`SELECT line FROM ${recorded}`)) as { line: string }[];
  const [before, now] = [new Set(rows.map(({ line }) => line)), new Set(await readShape(database))];
  return {
    missing: [...before].filter((line) => !now.has(line)).sort(),
    added: [...now].filter((line) => !before.has(line)).sort(),
  };
}
