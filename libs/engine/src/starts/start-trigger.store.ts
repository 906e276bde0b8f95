import { isDeepStrictEqual } from 'node:util';
import { Injectable } from '@nestjs/common';
import type { JsonValue, PlannedTimer, StartTrigger } from '@lianban/bpmn';
import type { Transaction } from '@lianban/platform';

/** A deployed trigger: which version of which process it starts, and by which event. */
export interface ArmedStart {
  readonly definitionId: string;
  readonly processKey: string;
  readonly elementId: string;
  /** Apart from others of the same event. */
  readonly position: number;
}

/** A start timer that is due. */
export interface DueStart extends ArmedStart {
  readonly timer: PlannedTimer;
}

interface Row {
  readonly definition_id: string;
  readonly process_key: string;
  readonly element_id: string;
  readonly position: number;
}

/** All SQL about what starts processes by itself. */
@Injectable()
export class StartTriggerStore {
  /**
   * Puts the triggers of a new version in the place of those of the version before. A timer with the same source
   * keeps its rounds: deploying again neither begins a term anew nor repeats a date that is over.
   */
  async replace(
    tx: Transaction,
    definition: { readonly id: string; readonly key: string; readonly deployedAt: Date },
    triggers: readonly StartTrigger[],
  ): Promise<void> {
    const before = await tx.query<EarlierTimer>({
      text: `DELETE FROM engine.start_trigger WHERE process_key = $1 RETURNING element_id, source, timer, attempt_at`,
      values: [definition.key],
    });
    await tx.query({
      text: `INSERT INTO engine.start_trigger
          (process_key, element_id, position, definition_id, type, name, source, timer, attempt_at, armed_at)
        SELECT $1, n.element_id, n.position, $2, n.type, n.name, n.source, n.timer, n.attempt_at, $3
        FROM jsonb_to_recordset($4::jsonb) AS n (element_id text, position int, type text, name text, source jsonb,
          timer jsonb, attempt_at timestamptz)`,
      values: [
        definition.key,
        definition.id,
        definition.deployedAt,
        JSON.stringify(triggers.map((trigger, position) => ({ position, ...rowOf(trigger, before) }))),
      ],
    });
  }

  /** The trigger that a message of this name is for, if a process starts by it. */
  async findByMessage(tx: Pick<Transaction, 'query'>, name: string): Promise<ArmedStart | undefined> {
    const [row] = await tx.query<Row>({
      name: 'engine.start_by_message',
      text: `SELECT ${columns} FROM engine.start_trigger WHERE type = 'message' AND name = $1 AND ${startable}
        ORDER BY process_key, position LIMIT 1`,
      values: [name],
    });
    return row && armed(row);
  }

  /** Triggers of a signal that were armed when it was sent. */
  async bySignal(tx: Pick<Transaction, 'query'>, name: string, sentAt: Date): Promise<ArmedStart[]> {
    const rows = await tx.query<Row>({
      text: `SELECT ${columns} FROM engine.start_trigger WHERE type = 'signal' AND name = $1 AND armed_at <= $2 AND ${startable}
        ORDER BY process_key, position`,
      values: [name, sentAt],
    });
    return rows.map(armed);
  }

  /** The timer that is due first, locked; those that another worker holds are passed over. */
  async claimDue(tx: Transaction, now: Date): Promise<DueStart | undefined> {
    const [row] = await tx.query<Row & { timer: PlannedTimer }>({
      text: `SELECT ${columns}, timer FROM engine.start_trigger WHERE attempt_at <= $1 AND ${startable}
        ORDER BY attempt_at LIMIT 1 FOR UPDATE SKIP LOCKED`,
      values: [now],
    });
    return row && { ...armed(row), timer: row.timer };
  }

  /** A timer has fired: sets its next round, or none. */
  async rearm(tx: Transaction, start: ArmedStart, next: PlannedTimer | undefined): Promise<void> {
    await tx.query({
      text: `UPDATE engine.start_trigger SET timer = coalesce($4, timer), attempt_at = $5, attempts = 0, last_error = NULL
        WHERE process_key = $1 AND element_id = $2 AND position = $3`,
      values: [...keyOf(start), next ? JSON.stringify(next) : null, next?.dueAt ?? null],
    });
  }

  /** Puts a start off that failed: 10 s after the first failure, twice as long after each, an hour at most. */
  async pushBack(tx: Transaction, start: ArmedStart, { now, error }: { now: Date; error: string }): Promise<void> {
    await tx.query({
      text: `UPDATE engine.start_trigger
        SET attempts = attempts + 1, last_error = left($5, 2000),
            attempt_at = $4::timestamptz + least(interval '10 seconds' * power(2, least(attempts, 20)), interval '1 hour')
        WHERE process_key = $1 AND element_id = $2 AND position = $3 AND attempt_at <= $4`,
      values: [...keyOf(start), now, error],
    });
  }

  /** When timers are due between now and then, the earliest first. */
  async upcoming(
    tx: Pick<Transaction, 'query'>,
    { now, until, limit }: { now: Date; until: Date; limit: number },
  ): Promise<{ at: Date; definitionId: string }[]> {
    const rows = await tx.query<{ at: Date; definition_id: string }>({
      text: `SELECT attempt_at AS at, definition_id FROM engine.start_trigger
        WHERE attempt_at > $1 AND attempt_at <= $2 ORDER BY attempt_at LIMIT $3`,
      values: [now, until, limit],
    });
    return rows.map((row) => ({ at: row.at, definitionId: row.definition_id }));
  }
}

interface EarlierTimer {
  readonly element_id: string;
  readonly source: JsonValue;
  readonly timer: PlannedTimer | null;
  readonly attempt_at: Date | null;
}

function rowOf(trigger: StartTrigger, before: readonly EarlierTimer[]): object {
  const { type, elementId: element_id } = trigger;
  if (type !== 'timer') return { element_id, type, name: trigger.name };
  const { definition: source, timer } = trigger;
  const same = before.find((other) => other.element_id === element_id && isDeepStrictEqual(other.source, source));
  return { element_id, type, source, timer: same?.timer ?? timer, attempt_at: same ? same.attempt_at : timer.dueAt };
}

const columns = 'definition_id, process_key, element_id, position';

/** A suspended version keeps its messages and its due timers until it is resumed. */
const startable = `NOT EXISTS (SELECT 1 FROM engine.definition d WHERE d.id = definition_id AND d.suspended_at IS NOT NULL)`;

const keyOf = ({ processKey, elementId, position }: ArmedStart): unknown[] => [processKey, elementId, position];

function armed(row: Row): ArmedStart {
  return {
    definitionId: row.definition_id,
    processKey: row.process_key,
    elementId: row.element_id,
    position: row.position,
  };
}
