import { randomBytes } from 'node:crypto';
import type { Database } from '../database/database.js';
import type { Transaction } from '../database/transaction.js';
import type { Clock } from '../time/clock.js';
import type { FieldKeys } from './field-keys.js';
import { checkValuesOf, newFieldKey, type FieldKey, type KeyRing } from './key-ring.rules.js';
import type { SealAlgorithmName } from './seal-algorithms.js';
import type { SealedTable } from './sealed-table.js';
import { fieldKeyInUse, fieldKeyMissing, fieldKeysMissing, fieldKeyUnknown, fieldKeyWrong } from './sealing.errors.js';

/** A key, and how much is sealed with it. */
export interface FieldKeyState {
  readonly id: string;
  readonly algorithm: SealAlgorithmName;
  /** It seals what is written now. */
  readonly seals: boolean;
  /** Absent: of this process only, until it is known to the database. */
  readonly addedAt: Date | undefined;
  /** How many rows are sealed with it. */
  readonly rows: number;
}

/** The keys of an installation with what is left to do. */
export interface FieldKeyStates {
  readonly keys: readonly FieldKeyState[];
  /** Rows that are not sealed yet, as they are from before there were keys. */
  readonly plain: number;
}

/**
 * Makes sure, before anything is sealed or opened, that this process has the keys that the database was sealed with; a
 * fresh installation gets its first ones. Several processes may do it at once.
 *
 * @throws field-keys-missing, field-key-wrong
 */
export async function prepareFieldKeys(database: Database, clock: Clock): Promise<void> {
  const { keys } = database.fields;
  await database.transaction(async (tx) => {
    const known = await lockKnown(tx);
    requireKnown(keys, known);
    await makeKnown(tx, keys.read() ?? (await keys.create()), clock.now());
  });
}

/**
 * Passes where this process has the keys that the database was sealed with, and changes nothing.
 *
 * @throws field-keys-missing, field-key-wrong
 */
export async function requireFieldKeys(database: Database): Promise<void> {
  requireKnown(database.fields.keys, await database.transaction(lockKnown));
}

function requireKnown(keys: FieldKeys, known: ReadonlyMap<string, KnownKey>): void {
  const ring = keys.read(true);
  if (!ring && known.size > 0) throw fieldKeysMissing(keys.place);
  const had = new Map(ring && checkValuesOf(ring).map(({ id, checkValue }) => [id, checkValue]));
  for (const [id, { checkValue }] of known) {
    if (!had.has(id)) throw fieldKeyMissing(id, keys.place);
    if (had.get(id) !== checkValue) throw fieldKeyWrong(id, keys.place);
  }
}

/** The keys of an installation: which there are, another one, and one less. */
export class FieldKeyRegister {
  readonly #database: Database;
  readonly #tables: readonly SealedTable[];
  readonly #clock: Clock;

  /** @param tables everything that is sealed */
  constructor(database: Database, tables: readonly SealedTable[], clock: Clock) {
    this.#database = database;
    this.#tables = tables;
    this.#clock = clock;
  }

  /** Counts what is sealed with each key, which reads an index of everything. @throws field-keys-missing */
  async states(): Promise<FieldKeyStates> {
    const [first, ...others] = this.#ring().keys;
    const known = await this.#database.transaction(lockKnown);
    const counts = new Map<string, number>();
    let plain = 0;
    for (const { name, columns } of this.#tables) {
      const rows = await this.#database.query<{ key: string; rows: number }>({
        text: `SELECT sealed_with AS key, count(*)::int AS rows FROM ${name} WHERE sealed_with IS NOT NULL GROUP BY 1`,
      });
      for (const { key, rows: found } of rows) counts.set(key, (counts.get(key) ?? 0) + found);
      const [left] = await this.#database.query<{ rows: number }>({
        text: `SELECT count(*)::int AS rows FROM ${name} WHERE sealed_with IS NULL AND num_nonnulls(${columns.join(', ')}) > 0`,
      });
      plain += left?.rows ?? 0;
    }
    const stateOf = ({ id, algorithm }: FieldKey): FieldKeyState => ({
      id,
      algorithm,
      seals: id === first.id,
      addedAt: known.get(id)?.addedAt,
      rows: counts.get(id) ?? 0,
    });
    return { keys: [first, ...others].map(stateOf), plain };
  }

  /**
   * Makes a key with which everything is sealed from now on; what was sealed before is sealed anew by the worker. File
   * and database know the key before anything can be sealed with it: wherever this ends in the middle, no key is lost.
   *
   * @returns its id
   * @throws field-keys-given, field-keys-missing
   */
  async rotate(tx: Transaction, algorithm: SealAlgorithmName): Promise<string> {
    const { keys } = this.#database.fields;
    const id = await this.#database.transaction(async (apart) => {
      await lockKnown(apart);
      const ring = this.#ring();
      const key = newFieldKey(algorithm, randomBytes);
      keys.write({ ...ring, keys: [...ring.keys, key] });
      await makeKnown(apart, this.#ring(), this.#clock.now());
      return key.id;
    });
    await lockKnown(tx);
    const { index, keys: all } = this.#ring();
    const sorted = all.toSorted((a, b) => Number(b.id === id) - Number(a.id === id));
    keys.write({ index, keys: sorted as [FieldKey, ...FieldKey[]] });
    return id;
  }

  /**
   * Drops a key with which nothing is sealed any more. The database refuses it while a row refers to the key, also one
   * that is written at the same moment; only then the file forgets it.
   *
   * @throws field-key-unknown, field-key-in-use
   */
  async retire(tx: Transaction, id: string): Promise<void> {
    await this.#database.transaction(async (apart) => {
      const known = await lockKnown(apart);
      const [first, ...others] = this.#ring().keys;
      if (id === first.id) throw fieldKeyInUse(id, 0);
      if (!known.has(id) || !others.some((key) => key.id === id)) throw fieldKeyUnknown(id);
      for (const { name } of this.#tables) {
        const [left] = await apart.query<{ rows: number }>({
          text: `SELECT count(*)::int AS rows FROM ${name} WHERE sealed_with = $1`,
          values: [id],
        });
        if (left && left.rows > 0) throw fieldKeyInUse(id, left.rows);
      }
      await apart.query({ text: 'DELETE FROM platform.field_key WHERE id = $1', values: [id] });
    });
    await lockKnown(tx);
    const { keys } = this.#database.fields;
    const { index, keys: all } = this.#ring();
    const [first, ...others] = all;
    if (!keys.isGiven) keys.write({ keys: [first, ...others.filter((key) => key.id !== id)], index });
  }

  #ring(): KeyRing {
    const { keys } = this.#database.fields;
    const ring = keys.read(true);
    if (!ring) throw fieldKeysMissing(keys.place);
    return ring;
  }
}

interface KnownKey {
  readonly checkValue: string;
  readonly addedAt: Date;
}

/** Who changes or looks at the keys waits for who does. */
async function lockKnown(tx: Transaction): Promise<ReadonlyMap<string, KnownKey>> {
  await tx.query({ text: `SELECT pg_advisory_xact_lock(hashtext('platform.field_key'))` });
  const rows = await tx.query<KnownKey & { readonly id: string }>({
    text: 'SELECT id, check_value AS "checkValue", added_at AS "addedAt" FROM platform.field_key',
  });
  return new Map(rows.map((row) => [row.id, row]));
}

async function makeKnown(tx: Transaction, ring: KeyRing, at: Date): Promise<void> {
  for (const { id, checkValue } of checkValuesOf(ring))
    await tx.query({
      text: 'INSERT INTO platform.field_key (id, check_value, added_at) VALUES ($1, $2, $3) ON CONFLICT DO NOTHING',
      values: [id, checkValue, at],
    });
}
