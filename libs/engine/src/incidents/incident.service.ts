import { Injectable } from '@nestjs/common';
import type { Key } from '@lianban/bpmn';
import { decodeCursor, pageOf, type Page, type Transaction } from '@lianban/platform';
import type { Actor } from '../commands/actor.js';
import { CommandService } from '../commands/command.service.js';
import type { StepOutcome } from '../commands/step-record.js';

/** A place where a process cannot go on by itself. */
export interface Incident {
  readonly instanceId: string;
  readonly key: Key;
  readonly elementId: string;
  readonly code: string;
  readonly message: string;
  readonly raisedAt: Date;
}

interface IncidentTableRow {
  readonly instance_id: string;
  readonly key: number;
  readonly element_id: string;
  readonly code: string;
  readonly message: string;
  readonly raised_at: Date;
}

/** Open incidents: lists them, and retries after the cause was mended. */
@Injectable()
export class IncidentService {
  constructor(private readonly commands: CommandService) {}

  /** Open incidents, the oldest first. */
  async list(
    tx: Pick<Transaction, 'query'>,
    paging: { readonly limit: number; readonly after?: string },
  ): Promise<Page<Incident>> {
    const [raisedAt = '-infinity', instanceId = '00000000-0000-0000-0000-000000000000', key = 0] =
      paging.after === undefined ? [] : decodeCursor(paging.after);
    const rows = await tx.query<IncidentTableRow>({
      text: `SELECT instance_id, key, element_id, code, message, raised_at FROM engine.incident
        WHERE (raised_at, instance_id, key) > ($1, $2, $3) ORDER BY raised_at, instance_id, key LIMIT $4`,
      values: [raisedAt, instanceId, key, paging.limit + 1],
    });
    const incidents = rows.map((row) => ({
      instanceId: row.instance_id,
      key: row.key,
      elementId: row.element_id,
      code: row.code,
      message: row.message,
      raisedAt: row.raised_at,
    }));
    return pageOf(incidents, paging.limit, (last) => [last.raisedAt.toISOString(), last.instanceId, last.key]);
  }

  /** Repeats what the incident holds up. @throws CommandRejectedError conflict `already-decided` when it is resolved */
  async retry(tx: Transaction, incident: Pick<Incident, 'instanceId' | 'key'>, actor: Actor): Promise<StepOutcome> {
    const command = { type: 'resolve-incident' as const, key: incident.key };
    return this.commands.execute(tx, { instanceId: incident.instanceId, command, actor });
  }
}
