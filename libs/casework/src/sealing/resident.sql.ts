import type { Database, Transaction } from '@lianban/platform';
import { sealedResident } from './sealed-tables.js';

/** Telephone of a case as it is compared: sealed ones by their index, those from before by what they are. */
export function phoneMark(file: string): string {
  return `coalesce(${file}.resident_phone_index, ${file}.resident_phone)`;
}

/** What {@link phoneMark} is for a number. */
export function marksOfPhone({ fields }: Pick<Database, 'fields'>, phone: string): readonly string[] {
  return [fields.blind(phone), phone];
}

/** Who asks, as it is stored. */
export interface SealedResident {
  readonly name: string | null;
  readonly phone: string | null;
}

/** Who asks, in full: it must not leave the lib as it stands. @throws field-keys-missing, field-seal-broken */
export function openResident<T extends SealedResident>(
  { fields }: Pick<Transaction, 'fields'>,
  caseId: string,
  sealed: T,
): T {
  const place = { table: sealedResident.name, row: caseId };
  return {
    ...sealed,
    name: fields.open({ ...place, column: 'resident_name' }, sealed.name),
    phone: fields.open({ ...place, column: 'resident_phone' }, sealed.phone),
  };
}
