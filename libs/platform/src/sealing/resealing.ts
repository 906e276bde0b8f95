import type { Logger } from 'pino';
import type { Database } from '../database/database.js';
import type { Transaction } from '../database/transaction.js';
import { DomainError } from '../errors/domain-error.js';
import type { Fields } from './field-cipher.js';
import { sealedRow, type SealedTable } from './sealed-table.js';

interface Row extends Fields {
  readonly id: string;
}

/** Rows of one transaction: they are held for some ten milliseconds. */
const atOnce = 200;

/**
 * Seals what is not sealed yet, and what is sealed with an older key, in batches that each stand by themselves: it may
 * end anywhere and begin again, and several processes may do it at once. A row that somebody works on waits for the next
 * time; one that cannot be opened stays as it is, and is told to the log.
 */
export class Resealing {
  readonly #database: Database;
  readonly #tables: readonly SealedTable[];
  readonly #log: Pick<Logger, 'error' | 'info'>;

  /** @param tables everything that is sealed */
  constructor(database: Database, tables: readonly SealedTable[], log: Pick<Logger, 'error' | 'info'>) {
    this.#database = database;
    this.#tables = tables;
    this.#log = log;
  }

  /** Goes on until nothing is left. @param isStopped asked between batches @returns how many rows were sealed */
  async run(isStopped: () => boolean = () => false): Promise<number> {
    let sealed = 0;
    for (const table of this.#tables) {
      const refused: string[] = [];
      while (!isStopped()) {
        const rows = await this.#database.transaction((tx) => this.#batch(tx, table, refused));
        if (rows === 0) break;
        sealed += rows;
      }
    }
    if (sealed > 0) this.#log.info({ rows: sealed }, `sealed personal data of ${sealed} rows`);
    return sealed;
  }

  async #batch(tx: Transaction, table: SealedTable, refused: string[]): Promise<number> {
    const rows = await this.#next(tx, table, refused);
    const sealed: object[] = [];
    for (const { id, ...values } of rows) {
      try {
        const plain = Object.fromEntries(
          Object.entries(values).map(([column, value]) => [
            column,
            tx.fields.open({ table: table.name, column, row: id }, value),
          ]),
        );
        sealed.push({ id, ...sealedRow(tx.fields, table, id, plain) });
      } catch (error) {
        if (!(error instanceof DomainError)) throw error;
        refused.push(id);
        this.#log.error({ err: error }, 'a row could not be sealed anew');
      }
    }
    if (sealed.length > 0) await keep(tx, table, sealed);
    return rows.length;
  }

  /**
   * First what is not sealed, then what has an older key; each is found by an index, in the order of the ids: rows that
   * are rewritten then lie in the order of time as before, which others look things up by.
   */
  async #next(
    tx: Transaction,
    { name, columns, id: key = 'id' }: SealedTable,
    refused: readonly string[],
  ): Promise<Row[]> {
    const select = `SELECT ${key} AS id, ${columns.join(', ')} FROM ${name} WHERE NOT ${key} = ANY($1::uuid[])`;
    const held = `ORDER BY ${key} LIMIT ${atOnce} FOR NO KEY UPDATE SKIP LOCKED`;
    const plain = await tx.query<Row>({
      text: `${select} AND sealed_with IS NULL AND num_nonnulls(${columns.join(', ')}) > 0 ${held}`,
      values: [refused],
    });
    if (plain.length > 0) return plain;
    const older = await tx.query<{ id: string }>({
      text: 'SELECT id FROM platform.field_key WHERE id <> $1 ORDER BY added_at, id',
      values: [tx.fields.current],
    });
    for (const { id } of older) {
      const rows = await tx.query<Row>({ text: `${select} AND sealed_with = $2 ${held}`, values: [refused, id] });
      if (rows.length > 0) return rows;
    }
    return [];
  }
}

async function keep(
  tx: Transaction,
  { name, columns, beside, id = 'id' }: SealedTable,
  rows: readonly object[],
): Promise<void> {
  const written = [...columns, ...(beside?.columns ?? []), 'sealed_with'];
  await tx.query({
    text: `UPDATE ${name} AS kept SET ${written.map((column) => `${column} = sealed.${column}`).join(', ')}
           FROM jsonb_to_recordset($1::jsonb) AS sealed (id uuid, ${written.map((column) => `${column} text`).join(', ')})
           WHERE kept.${id} = sealed.id`,
    values: [JSON.stringify(rows)],
  });
}
