import { Injectable } from '@nestjs/common';
import type { InstanceState } from '@lianban/bpmn';
import type { Transaction } from '@lianban/platform';
import type { TimerHistory } from './recount.rules.js';

type Reader = Pick<Transaction, 'query'>;

/** A running instance with timers by a calendar. */
export interface TimedInstance {
  readonly id: string;
  readonly state: InstanceState;
}

const moving = `'$[*] ? (@.type == "timer-suspended" || @.type == "timer-resumed" || @.type == "timer-moved")'`;

/** Reads what was done to timers. */
@Injectable()
export class TimerHistoryStore {
  /** By instance; one to whose timers nothing was done is missing. */
  async of(tx: Reader, instanceIds: readonly string[]): Promise<ReadonlyMap<string, readonly TimerHistory[]>> {
    const rows = await tx.query<TimerHistory & { readonly instanceId: string }>({
      name: 'engine-timer-history',
      text: `SELECT instance_id AS "instanceId", at, events FROM engine.journal
        WHERE instance_id = ANY ($1::uuid[]) AND events @? ${moving} ORDER BY instance_id, revision`,
      values: [instanceIds],
    });
    const histories = new Map<string, TimerHistory[]>();
    for (const { instanceId, at, events } of rows) {
      const history = histories.get(instanceId) ?? [];
      history.push({ at, events });
      histories.set(instanceId, history);
    }
    return histories;
  }

  /** Running instances that wait by the calendar, in the order of their ids. */
  async waitingBy(tx: Reader, calendarId: string, page: { after: string; limit: number }): Promise<TimedInstance[]> {
    return await tx.query<TimedInstance>({
      name: 'engine-waiting-by-calendar',
      text: `SELECT i.id, i.state FROM engine.instance i
        WHERE i.ended_at IS NULL AND i.id > $2
          AND i.state -> 'timers' @? ('$.* ? (@.calendar == ' || to_jsonb($1::text)::text || ')')::jsonpath
        ORDER BY i.id LIMIT $3`,
      values: [calendarId, page.after, page.limit],
    });
  }
}
