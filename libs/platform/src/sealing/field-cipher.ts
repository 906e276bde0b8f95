import { createHmac } from 'node:crypto';
import type { FieldKeys } from './field-keys.js';
import type { FieldKey, KeyRing } from './key-ring.rules.js';
import { sealAlgorithms } from './seal-algorithms.js';
import { fieldKeyMissing, fieldKeysMissing, fieldSealBroken } from './sealing.errors.js';

/** Where a sealed value stands; it opens nowhere else. */
export interface FieldPlace {
  /** With its schema. */
  readonly table: string;
  readonly column: string;
  /** Id of the row. */
  readonly row: string;
}

/** Values as they may be stored. */
export type Fields<Column extends string = string> = Readonly<Record<Column, string | null>>;

const sealedForm = /^sealed:1:([0-9a-z]+):([\w-]+)$/u;

/**
 * Seals personal data for the database, and opens it again. A sealed value names its key, so that keys can be changed
 * while old values stand; one without a seal is from before there were any, and is what it says.
 */
export class FieldCipher {
  constructor(readonly keys: FieldKeys) {}

  /** Id of the key that seals now. @throws field-keys-missing */
  get current(): string {
    return this.#ring().keys[0].id;
  }

  /** Seals values of one row with one key. @throws field-keys-missing */
  seal<Column extends string>(
    { table, row }: Omit<FieldPlace, 'column'>,
    values: Fields<Column>,
  ): { readonly key: string; readonly values: Fields<Column> } {
    const [key] = this.#ring().keys;
    const sealed = Object.entries<string | null>(values).map(([column, value]) => [
      column,
      value === null ? null : sealOne(key, { table, column, row }, value),
    ]);
    return { key: key.id, values: Object.fromEntries(sealed) as Fields<Column> };
  }

  /** @throws field-keys-missing, field-seal-broken */
  open<T extends string | null>(place: FieldPlace, value: T): T {
    const [, id, data] = value === null ? [] : (sealedForm.exec(value) ?? []);
    if (id === undefined || data === undefined) return value;
    const key = keyOf(this.#ring(), id) ?? keyOf(this.#ring(true), id);
    if (!key) throw fieldKeyMissing(id, this.keys.place);
    const algorithm = sealAlgorithms[key.algorithm];
    const plain = algorithm.open(key.secret, Buffer.from(data, 'base64url'), boundTo(place, id));
    if (!plain) throw fieldSealBroken(`${place.table}.${place.column} of ${place.row}`);
    return plain.toString('utf8') as T;
  }

  /** By what a value is found that is sealed: the same for equal values, and telling nothing without the key. */
  blind<T extends string | null>(value: T): T {
    if (value === null) return value;
    return createHmac('sha256', this.#ring().index).update(value).digest('base64url') as T;
  }

  #ring(fresh = false): KeyRing {
    const ring = this.keys.read(fresh);
    if (!ring) throw fieldKeysMissing(this.keys.place);
    return ring;
  }
}

function keyOf({ keys }: KeyRing, id: string): FieldKey | undefined {
  return keys.find((key) => key.id === id);
}

function sealOne(key: FieldKey, place: FieldPlace, value: string): string {
  const sealed = sealAlgorithms[key.algorithm].seal(key.secret, Buffer.from(value, 'utf8'), boundTo(place, key.id));
  return `sealed:1:${key.id}:${sealed.toString('base64url')}`;
}

function boundTo({ table, column, row }: FieldPlace, key: string): Buffer {
  return Buffer.from(JSON.stringify([table, column, row, key]), 'utf8');
}
