import { maskName, maskPhone } from '@lianban/identity';
import type { SealedTable } from '@lianban/platform';

/**
 * Who asks. What lists show of it stands beside it, masked, so that they open nothing; what is of the same telephone is
 * found by a blind index.
 */
export const sealedResident = {
  name: 'casework.case_file',
  columns: ['resident_name', 'resident_phone'],
  beside: {
    columns: ['resident_name_masked', 'resident_phone_masked', 'resident_phone_index'],
    of: ({ resident_name: name, resident_phone: phone }, fields) => ({
      resident_name_masked: name === null ? null : maskName(name),
      resident_phone_masked: phone === null ? null : maskPhone(phone),
      resident_phone_index: fields.blind(phone),
    }),
  },
} as const satisfies SealedTable<
  'resident_name' | 'resident_phone',
  'resident_name_masked' | 'resident_phone_masked' | 'resident_phone_index'
>;

/** Between whom a dispute is, and on what they agreed; `parties` and `duties` are JSON. */
export const sealedMediation = {
  name: 'casework.mediation',
  columns: ['parties', 'agreement', 'duties'],
} as const satisfies SealedTable;

/** A number that somebody left, until the message to it is sent. */
export const sealedDelivery = { name: 'casework.delivery', columns: ['phone'] } as const satisfies SealedTable;

/** The request that somebody is writing down, as JSON. */
export const sealedDraft = {
  name: 'casework.case_draft',
  id: 'account_id',
  columns: ['content'],
} as const satisfies SealedTable;

/** Everything of the schema `casework` that is sealed. */
export const caseworkSealedTables: readonly SealedTable[] = [
  sealedResident,
  sealedMediation,
  sealedDelivery,
  sealedDraft,
];
