import type { Transaction } from '@lianban/platform';
import type { LadderUnit } from './ladder.js';

/** Keeps that a unit closed a case without settling it, with how it was closed; the row is never changed. */
export async function keepFakedClosing(
  tx: Transaction,
  found: {
    readonly id: string;
    readonly caseId: string;
    readonly unit: LadderUnit;
    readonly at: Date;
    readonly by: { readonly id: string; readonly name: string };
    readonly reason: string;
  },
): Promise<void> {
  await tx.query({
    name: 'casework-keep-faked-closing',
    text: `INSERT INTO casework.faked_closing (id, case_id, unit_id, unit_name, at, by, by_name, reason, closed_at,
             disposition_code)
           SELECT $1, id, $3, $4, $5, $6, $7, $8, closed_at, disposition_code FROM casework.case_file WHERE id = $2`,
    values: [
      found.id,
      found.caseId,
      found.unit.id,
      found.unit.name,
      found.at,
      found.by.id,
      found.by.name,
      found.reason,
    ],
  });
}
