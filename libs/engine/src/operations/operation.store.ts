import { Injectable } from '@nestjs/common';
import type { Transaction } from '@lianban/platform';

/** All SQL of operations beside the steps themselves. */
@Injectable()
export class OperationStore {
  /** Ids of the instances that run in the same call hierarchies, the outermost first. */
  async withHierarchy(tx: Transaction, instanceIds: readonly string[]): Promise<string[]> {
    const rows = await tx.query<{ id: string }>({
      text: `SELECT id FROM engine.instance
        WHERE root_id IN (SELECT root_id FROM engine.instance WHERE id = ANY ($1::uuid[])) AND ended_at IS NULL
        ORDER BY started_at, id`,
      values: [instanceIds],
    });
    return rows.map(({ id }) => id);
  }

  /** Work of suspended instances is handed out to nobody, and of others as soon as anybody asks. */
  async holdJobs(tx: Transaction, instanceIds: readonly string[], now: Date): Promise<void> {
    await tx.query({
      text: `UPDATE engine.job j
        SET attempt_at = CASE WHEN i.status = 'suspended' THEN 'infinity' ELSE $2::timestamptz END,
            locked_by = CASE WHEN i.status = 'suspended' THEN NULL ELSE locked_by END
        FROM engine.instance i
        WHERE i.id = j.instance_id AND i.id = ANY ($1::uuid[]) AND (i.status = 'suspended' OR j.attempt_at = 'infinity')`,
      values: [instanceIds, now],
    });
  }

  /** Instances that went over run by another definition; their rows get the new ids of their elements. */
  async moveRows(
    tx: Transaction,
    instanceIds: readonly string[],
    to: { readonly definitionId: string; readonly renamed: Readonly<Record<string, string>> },
  ): Promise<void> {
    await tx.query({
      text: 'UPDATE engine.instance SET definition_id = $2 WHERE id = ANY ($1::uuid[])',
      values: [instanceIds, to.definitionId],
    });
    await tx.query({
      text: 'UPDATE engine.incident SET definition_id = $2 WHERE instance_id = ANY ($1::uuid[])',
      values: [instanceIds, to.definitionId],
    });
    if (Object.keys(to.renamed).length === 0) return;
    for (const table of ['task', 'timer', 'subscription', 'job', 'incident']) {
      await tx.query({
        text: `UPDATE engine.${table} r SET element_id = $2::jsonb ->> r.element_id
          WHERE r.instance_id = ANY ($1::uuid[]) AND $2::jsonb ? r.element_id`,
        values: [instanceIds, JSON.stringify(to.renamed)],
      });
    }
  }

  /** Running instances of a definition, by id, page by page. */
  async runningOf(
    tx: Pick<Transaction, 'query'>,
    definitionId: string,
    after: string,
    limit: number,
  ): Promise<string[]> {
    const rows = await tx.query<{ id: string }>({
      text: `SELECT id FROM engine.instance WHERE definition_id = $1 AND id > $2 AND ended_at IS NULL ORDER BY id LIMIT $3`,
      values: [definitionId, after, limit],
    });
    return rows.map(({ id }) => id);
  }

  /** What a finished or running instance was started with. */
  async startOf(
    tx: Transaction,
    instanceId: string,
  ): Promise<{ command: unknown; definitionId: string; businessKey: string | null; endedAt: Date | null } | undefined> {
    const [row] = await tx.query<{
      command: unknown;
      definition_id: string;
      business_key: string | null;
      ended_at: Date | null;
    }>({
      text: `SELECT j.command, i.definition_id, i.business_key, i.ended_at
        FROM engine.instance i JOIN engine.journal j ON j.instance_id = i.id AND j.revision = 1
        WHERE i.id = $1`,
      values: [instanceId],
    });
    if (!row) return undefined;
    const { command, definition_id: definitionId, business_key: businessKey, ended_at: endedAt } = row;
    return { command, definitionId, businessKey, endedAt };
  }
}
