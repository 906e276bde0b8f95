import type { Database, Transaction } from '@lianban/platform';
import { versionOf } from './reference-history.service.js';
import type { ReferenceEntry, ReferenceList } from './reference-list.js';

/** An entry as it is written. */
export type EntryRow = Omit<ReferenceEntry, 'version'>;

/** All entries of a list, in the order of the screen. The names in these statements are constants of the code. */
export async function entriesOf(
  db: Database | Transaction,
  { key, table, fields }: ReferenceList,
): Promise<ReferenceEntry[]> {
  const pairs = fields.map((field) => `'${field.key}', entry.${field.column}`).join(', ');
  return await db.query<ReferenceEntry>({
    text: `SELECT entry.code, name, position, active, jsonb_build_object(${pairs}) AS values,
             ${versionOf(`'${key}'`, 'entry.code')} AS version
           FROM ${table} entry ORDER BY position, entry.code LIMIT 500`,
  });
}

/** Adds an entry, or writes one that is there. */
export async function writeEntry(tx: Transaction, { table, fields }: ReferenceList, entry: EntryRow): Promise<void> {
  const columns = ['name', 'position', 'active', ...fields.map(({ column }) => column)];
  const values = [entry.name, entry.position, entry.active, ...fields.map(({ key }) => entry.values[key] ?? null)];
  await tx.query({
    text: `INSERT INTO ${table} (code, ${columns.join(', ')})
           VALUES ($1, ${columns.map((_, index) => `$${index + 2}`).join(', ')})
           ON CONFLICT (code) DO UPDATE SET ${columns.map((column) => `${column} = excluded.${column}`).join(', ')}`,
    values: [entry.code, ...values],
  });
}
