import type { Database } from '@lianban/platform';

/** A task of a case, open or ended. Instants are ISO 8601. */
export interface RecordedStep {
  readonly instance: string;
  readonly key: number;
  readonly element: string;
  readonly name: string;
  /** Key of the diagram. */
  readonly diagram: string;
  readonly unit: string | null;
  /** How many pools offer it to people. */
  readonly pools: number;
  readonly assignee: string | null;
  readonly outcomes: readonly { readonly id: string; readonly act?: string; readonly closes?: boolean }[];
  readonly properties: Readonly<Record<string, string>>;
  readonly state: 'open' | 'done' | 'lapsed' | 'cancelled';
  readonly receivedAt: string;
  readonly finishedAt: string | null;
  readonly dueAt: string | null;
  readonly dueEvent: string | null;
  readonly termKey: number;
  readonly suspended: boolean;
}

/** Everything that the database holds of one case, as far as rules bear on it. */
export interface CaseRecord {
  readonly state: 'open' | 'closed' | 'withdrawn' | 'declined' | 'merged';
  readonly urgency: 'normal' | 'urgent';
  readonly kind: string | null;
  readonly category: string | null;
  readonly escalations: number;
  readonly steps: readonly RecordedStep[];
  /** What moved clocks. */
  readonly acts: readonly {
    readonly instance: string;
    readonly key: number;
    readonly kind: 'suspend' | 'extend';
    readonly at: string;
    readonly days: number | null;
    readonly endedAt: string | null;
    /** When a pause ends by itself. */
    readonly until: string | null;
  }[];
  /** The history. */
  readonly lines: readonly {
    readonly at: string;
    readonly kind: string;
    readonly element: string | null;
    readonly diagram: string | null;
    /** Of a lapse: whether it says that somebody goes on. */
    readonly goesOn: boolean;
  }[];
  /** What goes on beside the case's own way, by instance. */
  readonly sides: readonly {
    readonly instance: string;
    readonly kind: string;
    readonly forInstance: string | null;
    readonly forKey: number | null;
  }[];
  /** What the supervision ladder kept of itself, and what it did. */
  readonly ladder: {
    readonly climbs: readonly { readonly rung: string; readonly stage: string; readonly covered: boolean }[];
    /** Days on which the case was urged, by whomever. */
    readonly urges: readonly string[];
    readonly reminders: number;
    readonly orders: number;
    readonly bulletins: number;
    /** Planned because the unit was named too often. */
    readonly talks: number;
  };
  /** Timers that the engine waits for. */
  readonly timers: readonly {
    readonly instance: string;
    readonly owner: number;
    readonly element: string;
    readonly dueAt: string;
  }[];
  /** Terms that ran out, by the engine's journal. */
  readonly firings: readonly {
    readonly instance: string;
    readonly owner: number;
    readonly element: string;
    readonly dueAt: string;
  }[];
  /** Instances of the engine that still run. */
  readonly running: readonly string[];
}

/** Reads a case in one round trip. @throws Error where there is no such case */
export async function readCaseRecord(database: Database, caseId: string): Promise<CaseRecord> {
  const [row] = await database.query<{ record: CaseRecord }>({ name: 'life-case-record', text, values: [caseId] });
  if (!row) throw new Error(`expected the case ${caseId}, but it is gone`);
  return row.record;
}

const text = `
  WITH step AS (SELECT * FROM casework.step WHERE case_id = $1),
    own AS (SELECT DISTINCT instance_id FROM step)
  SELECT json_build_object(
    'state', state, 'urgency', urgency, 'kind', kind_code, 'category', category_code,
    'escalations', escalations,
    'steps', (SELECT coalesce(json_agg(json_build_object('instance', instance_id, 'key', key, 'element', element_id,
        'name', name, 'diagram', definition_key, 'unit', unit_id, 'pools', cardinality(pools), 'assignee', assignee_id,
        'outcomes', outcomes, 'properties', properties, 'state', step.state, 'receivedAt', received_at,
        'finishedAt', finished_at, 'dueAt', due_at, 'dueEvent', due_event, 'termKey', term_key, 'suspended', suspended)
        ORDER BY received_at, instance_id, key), '[]') FROM step),
    'acts', (SELECT coalesce(json_agg(json_build_object('instance', instance_id, 'key', key, 'kind', kind, 'at', at,
        'days', days, 'endedAt', ended_at, 'until', until) ORDER BY id), '[]')
      FROM casework.case_act WHERE case_id = $1 AND kind IN ('suspend', 'extend')),
    'lines', (SELECT json_agg(json_build_object('at', at, 'kind', kind, 'element', element_id,
        'diagram', definition_key, 'goesOn', coalesce((detail ->> 'goesOn')::boolean, false)) ORDER BY seq) FROM casework.trail WHERE case_id = $1),
    'sides', (SELECT coalesce(json_agg(json_build_object('instance', id, 'kind', kind, 'forInstance', for_instance,
        'forKey', for_key)), '[]') FROM casework.side_process WHERE case_id = $1),
    'ladder', json_build_object(
      'climbs', (SELECT coalesce(json_agg(json_build_object('rung', rung_code, 'stage', stage, 'covered', covered)), '[]')
        FROM casework.ladder_climb WHERE case_id = $1),
      'urges', (SELECT coalesce(json_agg(day), '[]') FROM casework.case_act WHERE case_id = $1 AND kind = 'urge'),
      'reminders', (SELECT count(*) FROM casework.trail WHERE case_id = $1 AND kind = 'urged' AND actor IS NULL),
      'orders', (SELECT count(*) FROM casework.side_process WHERE case_id = $1 AND asked_by IS NULL),
      'bulletins', (SELECT count(*) FROM casework.bulletin WHERE case_id = $1),
      'talks', (SELECT count(*) FROM casework.talk WHERE case_id = $1 AND cause = 'repeated')),
    'timers', (SELECT coalesce(json_agg(json_build_object('instance', instance_id, 'owner', owner_key,
        'element', element_id, 'dueAt', due_at)), '[]') FROM own JOIN engine.timer USING (instance_id)),
    'firings', (SELECT coalesce(json_agg(json_build_object('instance', instance_id, 'owner', (event->>'owner')::int,
        'element', event->>'elementId', 'dueAt', event->>'dueAt')), '[]')
      FROM own JOIN engine.journal USING (instance_id), jsonb_array_elements(events) AS event
      WHERE event->>'type' = 'timer-fired' AND event->>'role' = 'due'),
    'running', (SELECT coalesce(json_agg(id), '[]') FROM own JOIN engine.instance ON id = instance_id
      WHERE ended_at IS NULL)) AS record
  FROM casework.case_file WHERE id = $1`;
