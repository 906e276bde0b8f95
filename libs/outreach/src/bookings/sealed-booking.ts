import type { SealedTable, Transaction } from '@lianban/platform';

/** Who booked, and for what. */
export const sealedBooking = {
  name: 'outreach.booking',
  columns: ['name', 'phone', 'matter'],
  beside: {
    columns: ['phone_index'],
    of: ({ phone }, fields) => ({ phone_index: fields.blind(phone) }),
  },
} as const satisfies SealedTable<'name' | 'phone' | 'matter', 'phone_index'>;

/** Everything of the schema `outreach` that is sealed. */
export const outreachSealedTables: readonly SealedTable[] = [sealedBooking];

/** Opens what was read of a booking. @throws field-keys-missing, field-seal-broken */
export function openBooking<T extends { readonly id: string }, K extends (keyof T & 'name') | 'phone' | 'matter'>(
  { fields }: Pick<Transaction, 'fields'>,
  row: T & { readonly [P in K]: string | null },
  columns: readonly K[],
): T {
  const place = { table: sealedBooking.name, row: row.id };
  const opened: Record<string, string | null> = {};
  for (const column of columns) opened[column] = fields.open({ ...place, column }, row[column]);
  return { ...row, ...opened };
}
