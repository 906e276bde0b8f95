import { Injectable } from '@nestjs/common';
import type { Key } from '@lianban/bpmn';
import {
  decodeCursor,
  isMarkInstant,
  isMarkNumber,
  isUuid,
  pageMarkInvalid,
  pageOf,
  type Page,
  type Transaction,
} from '@lianban/platform';
import type { Actor } from '../commands/actor.js';
import { CommandService } from '../commands/command.service.js';
import type { StepOutcome } from '../commands/step-record.js';

/** A place where a process cannot go on by itself. */
export interface Incident {
  readonly instanceId: string;
  readonly key: Key;
  readonly processKey: string;
  readonly version: number;
  readonly definitionId: string;
  readonly elementId: string;
  readonly code: string;
  readonly message: string;
  readonly raisedAt: Date;
}

/** Which incidents are meant; all conditions together. */
export interface IncidentFilter {
  readonly processKey?: string | undefined;
  readonly version?: number | undefined;
  readonly elementId?: string | undefined;
}

/** Open incidents: lists them, and retries after the cause was mended. */
@Injectable()
export class IncidentService {
  constructor(private readonly commands: CommandService) {}

  /** Open incidents, the oldest first. @throws cursor-invalid */
  async list(
    tx: Pick<Transaction, 'query'>,
    { limit, after }: { readonly limit: number; readonly after?: string | undefined },
    { processKey, version, elementId }: IncidentFilter = {},
  ): Promise<Page<Incident>> {
    const rows = await tx.query<Incident>({
      name: 'engine-incidents',
      text: `SELECT incident.instance_id AS "instanceId", incident.key, definition.process_key AS "processKey",
          definition.version, incident.definition_id AS "definitionId", incident.element_id AS "elementId",
          incident.code, incident.message, incident.raised_at AS "raisedAt"
        FROM engine.incident JOIN engine.definition ON definition.id = incident.definition_id
        WHERE (raised_at, instance_id, key) > ($1, $2, $3) AND ($5::text IS NULL OR process_key = $5)
          AND ($6::int IS NULL OR definition.version = $6) AND ($7::text IS NULL OR element_id = $7)
        ORDER BY raised_at, instance_id, key LIMIT $4`,
      values: [...markOf(after), limit + 1, processKey ?? null, version ?? null, elementId ?? null],
    });
    return pageOf(rows, limit, (last) => [last.raisedAt.toISOString(), last.instanceId, last.key]);
  }

  /** Repeats what the incident holds up. @throws CommandRejectedError conflict `already-decided` when it is resolved */
  async retry(tx: Transaction, incident: Pick<Incident, 'instanceId' | 'key'>, actor: Actor): Promise<StepOutcome> {
    const command = { type: 'resolve-incident' as const, key: incident.key };
    return this.commands.execute(tx, { instanceId: incident.instanceId, command, actor });
  }
}

/** The place in the list. @throws cursor-invalid */
function markOf(after: string | undefined): [raisedAt: string, instanceId: string, key: number] {
  if (after === undefined) return ['-infinity', '00000000-0000-0000-0000-000000000000', 0];
  const [raisedAt, instanceId, key] = decodeCursor(after);
  if (isMarkInstant(raisedAt) && isUuid(instanceId) && isMarkNumber(key)) return [raisedAt, instanceId, key];
  throw pageMarkInvalid();
}
