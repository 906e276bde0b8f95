import { Injectable } from '@nestjs/common';
import type { Key } from '@lianban/bpmn';
import type { Transaction } from '@lianban/platform';
import { slotMs } from './wake-ups.js';

/** A timer that is due. */
export interface DueTimer {
  readonly instanceId: string;
  readonly key: Key;
  readonly dueAt: Date;
}

/** All SQL about due timers; `engine.write_steps` writes them. */
@Injectable()
export class TimerStore {
  /** Due timers, the earliest first, with their hierarchies locked. Those of busy hierarchies are left for later. */
  async claimDue(tx: Transaction, now: Date, limit: number): Promise<DueTimer[]> {
    const rows = await tx.query<{ instance_id: string; timer_key: number; due_at: Date }>({
      name: 'engine.claim_due_timers',
      text: 'SELECT instance_id, timer_key, due_at FROM engine.claim_due_timers($1, $2)',
      values: [now, limit],
    });
    return rows.map((row) => ({ instanceId: row.instance_id, key: row.timer_key, dueAt: row.due_at }));
  }

  /** Call hierarchies with due timers, without a lock. */
  async dueRoots(tx: Pick<Transaction, 'query'>, now: Date, limit: number): Promise<string[]> {
    const rows = await tx.query<{ root_id: string }>({
      text: `SELECT root_id FROM (
          SELECT root_id, attempt_at FROM engine.timer WHERE attempt_at <= $1 AND NOT suspended ORDER BY attempt_at LIMIT $2
        ) due GROUP BY root_id ORDER BY min(attempt_at)`,
      values: [now, limit],
    });
    return rows.map(({ root_id }) => root_id);
  }

  /** Due timers of one hierarchy that the transaction holds. */
  async dueOf(tx: Transaction, rootId: string, now: Date): Promise<DueTimer[]> {
    const rows = await tx.query<{ instance_id: string; key: number; due_at: Date }>({
      text: `SELECT t.instance_id, t.key, t.due_at FROM engine.timer t
        WHERE t.root_id = $1 AND t.attempt_at <= $2 AND NOT t.suspended ORDER BY t.due_at, t.instance_id, t.key`,
      values: [rootId, now],
    });
    return rows.map((row) => ({ instanceId: row.instance_id, key: row.key, dueAt: row.due_at }));
  }

  /** For which traces timers were set, by `instance.key`; for who follows traces. */
  async tracesOf(tx: Transaction, timers: readonly DueTimer[]): Promise<ReadonlyMap<string, string>> {
    const rows = await tx.query<{ id: string; trace: string }>({
      name: 'engine.traces_of_timers',
      text: `SELECT t.instance_id || '.' || t.key AS id, t.trace FROM engine.timer t
        JOIN unnest($1::uuid[], $2::int[]) AS d (instance_id, key) USING (instance_id, key) WHERE t.trace IS NOT NULL`,
      values: [timers.map(({ instanceId }) => instanceId), timers.map(({ key }) => key)],
    });
    return new Map(rows.map(({ id, trace }) => [id, trace]));
  }

  /** Removes rows of timers that their instances no longer have. */
  async remove(tx: Transaction, timers: readonly DueTimer[]): Promise<void> {
    await tx.query({
      text: `DELETE FROM engine.timer t USING unnest($1::uuid[], $2::int[]) AS d (instance_id, key)
        WHERE t.instance_id = d.instance_id AND t.key = d.key`,
      values: [timers.map(({ instanceId }) => instanceId), timers.map(({ key }) => key)],
    });
  }

  /** Puts the due timers of a hierarchy off: 10 s after the first failure, twice as long after each, an hour at most. */
  async pushBack(tx: Transaction, rootId: string, { now, error }: { now: Date; error: string }): Promise<void> {
    await tx.query({
      text: `UPDATE engine.timer
        SET attempts = attempts + 1, last_error = left($3, 2000),
            attempt_at = $2::timestamptz + least(interval '10 seconds' * power(2, least(attempts, 20)), interval '1 hour')
        WHERE root_id = $1 AND attempt_at <= $2 AND NOT suspended`,
      values: [rootId, now, error],
    });
  }

  /** When the next timer or start timer is due that nobody has fired, not later than `until`. */
  async nextDue(tx: Pick<Transaction, 'query'>, until: Date): Promise<Date | undefined> {
    const [row] = await tx.query<{ at: Date | null }>({
      name: 'engine.next_due_timer',
      text: `SELECT least(
          (SELECT attempt_at FROM engine.timer WHERE attempt_at <= $1 AND NOT suspended ORDER BY attempt_at LIMIT 1),
          (SELECT attempt_at FROM engine.start_trigger WHERE attempt_at <= $1 ORDER BY attempt_at LIMIT 1)) AS at`,
      values: [until],
    });
    return row?.at ?? undefined;
  }

  /** Instants at which timers are due between now and then, one for each alarm; the earliest first. */
  async upcoming(
    tx: Pick<Transaction, 'query'>,
    { now, until, limit }: { now: Date; until: Date; limit: number },
  ): Promise<{ at: Date; rootId: string }[]> {
    const rows = await tx.query<{ at: Date; root_id: string }>({
      text: `SELECT min(attempt_at) AS at, min(root_id::text) AS root_id
        FROM engine.timer WHERE attempt_at > $1 AND attempt_at <= $2 AND NOT suspended
        GROUP BY floor(extract(epoch FROM attempt_at) * 1000 / $4) ORDER BY 1 LIMIT $3`,
      values: [now, until, limit, slotMs],
    });
    return rows.map((row) => ({ at: row.at, rootId: row.root_id }));
  }
}
