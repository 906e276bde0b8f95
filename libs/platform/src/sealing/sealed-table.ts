import type { FieldCipher, Fields } from './field-cipher.js';

/** A table with sealed columns of type text; `sealed_with` refers to the key. */
export interface SealedTable<Column extends string = string, Beside extends string = string> {
  /** With its schema. */
  readonly name: string;
  /** Column that tells rows apart, of type uuid. Absent: `id`. */
  readonly id?: string;
  readonly columns: readonly Column[];
  /** Columns that are written from the plain values, as blind indexes and masked values; never what they say in full. */
  readonly beside?: {
    readonly columns: readonly Beside[];
    readonly of: (plain: Fields<Column>, fields: FieldCipher) => Fields<Beside>;
  };
}

/** Everything that is stored of a row's personal data. @throws field-keys-missing */
export function sealedRow<Column extends string, Beside extends string>(
  fields: FieldCipher,
  { name, beside }: SealedTable<Column, Beside>,
  row: string,
  plain: Fields<Column>,
): Fields<Column | Beside | 'sealed_with'> {
  const { key, values } = fields.seal({ table: name, row }, plain);
  const more: Partial<Fields<Beside>> = beside?.of(plain, fields) ?? {};
  return { ...values, ...more, sealed_with: key };
}
