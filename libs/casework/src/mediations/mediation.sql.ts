import type { Transaction } from '@lianban/platform';
import type { Agreement, MediationView } from './mediation.js';

/** What stands of a mediation with its side process, `side`: unmasked, it must not leave the lib as it stands. */
export const mediationOfSide = `(SELECT json_build_object('group', mediation.group_name, 'parties', mediation.parties,
    'agreement', mediation.agreement, 'duties', mediation.duties,
    'paper', (SELECT json_build_object('id', paper.id, 'name', paper.name) FROM casework.attachment paper
      WHERE paper.id = mediation.paper_id))
  FROM casework.mediation WHERE mediation.id = side.id)`;

/** Keeps between whom the open mediation is, which was just asked for with a task. */
export async function insertMediation(
  tx: Transaction,
  task: { readonly instanceId: string; readonly key: number; readonly unitId: string },
  { group, parties }: { readonly group: string | null; readonly parties: readonly string[] },
): Promise<void> {
  await tx.query({
    name: 'casework-insert-mediation',
    text: `INSERT INTO casework.mediation (id, group_name, parties)
           SELECT id, $4, $5 FROM casework.side_process
           WHERE for_instance = $1 AND for_key = $2 AND unit_id = $3 AND kind = 'mediation' AND ended_at IS NULL`,
    values: [task.instanceId, task.key, task.unitId, group, parties],
  });
}

/** The mediation with this process. */
export async function findMediation(tx: Transaction, id: string): Promise<Pick<MediationView, 'parties'> | undefined> {
  const [mediation] = await tx.query<Pick<MediationView, 'parties'>>({
    name: 'casework-mediation',
    text: 'SELECT parties FROM casework.mediation WHERE id = $1',
    values: [id],
  });
  return mediation;
}

/** Keeps on what the parties agreed. */
export async function keepAgreement(
  tx: Transaction,
  id: string,
  { agreement, duties, paper }: Pick<Agreement, 'agreement' | 'duties' | 'paper'>,
): Promise<void> {
  await tx.query({
    name: 'casework-keep-agreement',
    text: 'UPDATE casework.mediation SET agreement = $2, duties = $3, paper_id = $4 WHERE id = $1',
    values: [id, agreement, JSON.stringify(duties), paper],
  });
}
