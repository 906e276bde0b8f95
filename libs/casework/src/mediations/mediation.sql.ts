import { sealedRow, type Transaction } from '@lianban/platform';
import { sealedMediation } from '../sealing/sealed-tables.js';
import type { Agreement, MediationView } from './mediation.js';

/** What stands of a mediation with its side process, `side`; {@link openMediation} opens it. */
export const mediationOfSide = `(SELECT json_build_object('group', mediation.group_name, 'parties', mediation.parties,
    'agreement', mediation.agreement, 'duties', mediation.duties,
    'paper', (SELECT json_build_object('id', paper.id, 'name', paper.name) FROM casework.attachment paper
      WHERE paper.id = mediation.paper_id))
  FROM casework.mediation WHERE mediation.id = side.id)`;

/** A mediation as it is stored: sealed, with lists as JSON. */
export interface MediationRow extends Omit<MediationView, 'parties' | 'duties'> {
  readonly parties: string;
  readonly duties: string;
}

/** A mediation in full: it must not leave the lib as it stands. @throws field-keys-missing, field-seal-broken */
export function openMediation({ fields }: Pick<Transaction, 'fields'>, id: string, row: MediationRow): MediationView {
  const place = { table: sealedMediation.name, row: id };
  return {
    ...row,
    parties: JSON.parse(fields.open({ ...place, column: 'parties' }, row.parties)) as string[],
    agreement: fields.open({ ...place, column: 'agreement' }, row.agreement),
    duties: JSON.parse(fields.open({ ...place, column: 'duties' }, row.duties)) as Agreement['duties'],
  };
}

/** Keeps between whom the open mediation is, which was just asked for with a task. */
export async function insertMediation(
  tx: Transaction,
  task: { readonly instanceId: string; readonly key: number; readonly unitId: string },
  { group, parties }: { readonly group: string | null; readonly parties: readonly string[] },
): Promise<void> {
  const [side] = await tx.query<{ id: string }>({
    name: 'casework-open-mediation',
    text: `SELECT id FROM casework.side_process
           WHERE for_instance = $1 AND for_key = $2 AND unit_id = $3 AND kind = 'mediation' AND ended_at IS NULL`,
    values: [task.instanceId, task.key, task.unitId],
  });
  if (!side) return;
  const sealed = sealedOf(tx, side.id, { parties, agreement: null, duties: [] });
  await tx.query({
    name: 'casework-insert-mediation',
    text: `INSERT INTO casework.mediation (id, group_name, parties, duties, sealed_with) VALUES ($1, $2, $3, $4, $5)`,
    values: [side.id, group, sealed.parties, sealed.duties, sealed.sealed_with],
  });
}

/** The mediation with this process. */
export async function findMediation(tx: Transaction, id: string): Promise<Pick<MediationView, 'parties'> | undefined> {
  const [mediation] = await tx.query<{ parties: string }>({
    name: 'casework-mediation',
    text: 'SELECT parties FROM casework.mediation WHERE id = $1',
    values: [id],
  });
  if (!mediation) return undefined;
  const { parties } = openMediation(tx, id, { ...mediation, group: null, agreement: null, duties: '[]', paper: null });
  return { parties };
}

/** Keeps on what the parties agreed. */
export async function keepAgreement(
  tx: Transaction,
  id: string,
  given: Pick<Agreement, 'agreement' | 'duties' | 'paper'> & Pick<MediationView, 'parties'>,
): Promise<void> {
  const sealed = sealedOf(tx, id, given);
  await tx.query({
    name: 'casework-keep-agreement',
    text: `UPDATE casework.mediation SET parties = $2, agreement = $3, duties = $4, paper_id = $5, sealed_with = $6
           WHERE id = $1`,
    values: [id, sealed.parties, sealed.agreement, sealed.duties, given.paper, sealed.sealed_with],
  });
}

/** A row is sealed with one key, so all of it at once. */
function sealedOf(
  { fields }: Transaction,
  id: string,
  { parties, agreement, duties }: Pick<MediationView, 'parties' | 'agreement' | 'duties'>,
) {
  const plain = { parties: JSON.stringify(parties), agreement, duties: JSON.stringify(duties) };
  return sealedRow(fields, sealedMediation, id, plain);
}
