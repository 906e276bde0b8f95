import type { Database, Transaction } from '@lianban/platform';
import { openResident } from '../sealing/resident.sql.js';
import type { OfferFacts } from './mutual-aid.rules.js';

/** What decides whether a case may be offered to volunteers. */
export async function offerFacts(db: Database | Transaction, caseId: string): Promise<OfferFacts | undefined> {
  const [facts] = await db.query<OfferFacts>({
    name: 'casework-offer-facts',
    text: `SELECT file.about_unit_id IS NOT NULL OR EXISTS (SELECT FROM casework.recusal
               WHERE case_id = file.id AND recusal.kind = 'complained-of') AS complains,
             EXISTS (SELECT FROM casework.recusal WHERE case_id = file.id) AS recusals,
             coalesce(kind.mutual_aid, true) AS "kindOpen", file.resident_name AS "residentName"
           FROM casework.case_file file LEFT JOIN casework.case_kind kind ON kind.code = file.kind_code
           WHERE file.id = $1`,
    values: [caseId],
  });
  if (!facts) return undefined;
  const { name } = openResident(db, caseId, { name: facts.residentName, phone: null });
  return { ...facts, residentName: name };
}

/** Volunteers on the roster of a station, with what they can do. */
export async function rosterOf(
  db: Database | Transaction,
  unitId: string,
): Promise<readonly { readonly id: string; readonly skills: readonly string[] }[]> {
  return await db.query({
    name: 'casework-roster-of',
    text: 'SELECT account_id AS id, skills FROM casework.volunteer WHERE unit_id = $1 AND active ORDER BY account_id LIMIT 500',
    values: [unitId],
  });
}

/** An offer that is open, of the task that somebody leads; undefined where none is, or a volunteer has reported. */
export async function openOffer(
  tx: Transaction,
  step: { readonly instanceId: string; readonly key: number },
): Promise<string | undefined> {
  const [offer] = await tx.query<{ id: string }>({
    name: 'casework-open-offer',
    text: `SELECT id FROM casework.side_process WHERE for_instance = $1 AND for_key = $2 AND kind = 'mutual-aid'
             AND ended_at IS NULL AND answered_at IS NULL`,
    values: [step.instanceId, step.key],
  });
  return offer?.id;
}
