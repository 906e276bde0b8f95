import { replay, type EngineEvent, type InstanceState } from '@lianban/bpmn';
import type { Database } from '@lianban/platform';

type Reader = Pick<Database, 'query'>;

/** Ids of the instances whose state is not what their journal leads to. Reads everything; for tests. */
export async function brokenJournals(database: Reader): Promise<string[]> {
  const rows = await database.query<{ id: string; state: InstanceState; events: EngineEvent[][] }>({
    text: `SELECT i.id, i.state, (SELECT jsonb_agg(j.events ORDER BY j.revision) FROM engine.journal j
        WHERE j.instance_id = i.id) AS events FROM engine.instance i`,
  });
  return rows.filter(({ state, events }) => textOf(replay(events.flat())) !== textOf(state)).map(({ id }) => id);
}

/**
 * Timers, subscriptions and incidents that only the state of their instance has, or only the table, and timers whose
 * due time differs; each as `<kind> <instance>.<key>`. Reads everything; for tests.
 */
export async function strayWaits(database: Reader): Promise<string[]> {
  const kinds = ['timer', 'subscription', 'incident'] as const;
  const rows = await database.query<{ stray: string }>({ text: kinds.map(strayOf).join(' UNION ALL ') });
  return rows.map(({ stray }) => stray);
}

/** Timers that the journal has more than one firing of, as `<instance>.<key>`; cycles are not meant. For tests. */
export async function timersFiredTwice(database: Reader): Promise<string[]> {
  const rows = await database.query<{ timer: string }>({
    text: `SELECT j.instance_id || '.' || (e ->> 'key') AS timer
      FROM engine.journal j, jsonb_array_elements(j.events) e
      WHERE e ->> 'type' = 'timer-fired' GROUP BY 1 HAVING count(*) > 1`,
  });
  return rows.map(({ timer }) => timer);
}

function strayOf(kind: 'timer' | 'subscription' | 'incident'): string {
  const differs = kind === 'timer' ? `OR (s.value ->> 'dueAt')::timestamptz <> r.due_at` : '';
  // A suspended instance waits for nothing that comes from outside.
  const kept = kind === 'subscription' ? ` WHERE NOT i.state ? 'suspendedAt'` : '';
  return `SELECT '${kind} ' || coalesce(s.id, r.instance_id) || '.' || coalesce(s.key, r.key) AS stray
    FROM (SELECT i.id, w.key::int AS key, w.value FROM engine.instance i, jsonb_each(i.state -> '${kind}s') w${kept}) s
    FULL JOIN engine.${kind} r ON r.instance_id = s.id AND r.key = s.key
    WHERE s.id IS NULL OR r.key IS NULL ${differs}`;
}

/** JSON with sorted names, so that equal values give equal texts. */
function textOf(value: unknown): string {
  return JSON.stringify(value, (_name, item: unknown) =>
    item !== null && typeof item === 'object' && !Array.isArray(item)
      ? Object.fromEntries(Object.entries(item).sort(([a], [b]) => (a < b ? -1 : 1)))
      : item,
  );
}
