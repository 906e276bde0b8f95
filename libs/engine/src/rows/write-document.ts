import type {
  Command,
  EngineEvent,
  InstanceState,
  InstanceStatus,
  Instant,
  Key,
  Outcome,
  Variables,
} from '@lianban/bpmn';
import type { Actor } from '../commands/actor.js';

/** What `engine.write_steps` takes: rows by table, columns under their own names. A part without rows is left out. */
export interface WriteDocument {
  readonly created?: readonly CreatedInstanceRow[];
  readonly updated?: readonly UpdatedInstanceRow[];
  readonly journal: readonly JournalRow[];
  readonly tasks?: readonly TaskRow[];
  readonly taskTerms?: readonly TaskTermRow[];
  readonly timers?: readonly TimerRow[];
  readonly jobs?: readonly JobRow[];
  readonly subscriptions?: readonly SubscriptionRow[];
  readonly incidents?: readonly IncidentRow[];
  readonly outbox?: readonly OutboxRow[];
  /** Element instances that were there before and are gone: their tasks and jobs go with them. */
  readonly elementsEnded?: readonly RowKey[];
  readonly timersEnded?: readonly RowKey[];
  readonly subscriptionsEnded?: readonly RowKey[];
  readonly incidentsEnded?: readonly RowKey[];
}

/** Names a row that belongs to an instance. */
export interface RowKey {
  readonly instance_id: string;
  readonly key: Key;
}

export interface CreatedInstanceRow {
  readonly id: string;
  readonly definition_id: string;
  readonly root_id: string;
  readonly parent_id: string | null;
  readonly parent_key: Key | null;
  readonly business_key: string | null;
  readonly status: InstanceStatus | 'suspended';
  readonly revision: number;
  readonly incident_count: number;
  readonly state: InstanceState;
  readonly started_at: Instant;
  readonly stepped_at: Instant;
  readonly ended_at: Instant | null;
}

export interface UpdatedInstanceRow {
  readonly id: string;
  /** The revision that the row must have. */
  readonly base: number;
  readonly status: InstanceStatus | 'suspended';
  readonly revision: number;
  readonly incident_count: number;
  readonly state: InstanceState;
  readonly stepped_at: Instant;
  readonly ended_at: Instant | null;
}

export interface JournalRow {
  readonly instance_id: string;
  readonly revision: number;
  readonly at: Instant;
  readonly command: Command;
  readonly actor: Actor;
  readonly events: readonly EngineEvent[];
}

export interface TaskRow extends RowKey {
  readonly element_id: string;
  readonly name: string;
  readonly lane: string | null;
  readonly unit: string | null;
  readonly assignee: string | null;
  readonly candidate_users: readonly string[];
  readonly candidate_groups: readonly string[];
  readonly form: string | null;
  readonly due_at: Instant | null;
  readonly warn_at: Instant | null;
  readonly created_at: Instant;
  readonly outcomes: readonly Outcome[];
  readonly properties: Readonly<Record<string, string>>;
  readonly suspended: boolean;
}

/** New terms of an open task; null leaves a column as it is. */
export interface TaskTermRow extends RowKey {
  readonly due_at: Instant | null;
  readonly warn_at: Instant | null;
  readonly suspended: boolean | null;
}

export interface TimerRow extends RowKey {
  readonly root_id: string;
  readonly owner_key: Key;
  readonly element_id: string;
  readonly due_at: Instant;
  readonly suspended: boolean;
}

export interface JobRow extends RowKey {
  readonly element_id: string;
  readonly topic: string;
  readonly properties: Readonly<Record<string, string>>;
  readonly retries: number;
  readonly created_at: Instant;
}

export interface SubscriptionRow extends RowKey {
  readonly owner_key: Key;
  readonly element_id: string;
  readonly type: 'message' | 'signal';
  readonly name: string;
  readonly correlation: Variables;
  readonly correlation_key: string;
  readonly opened_at: Instant;
}

export interface IncidentRow extends RowKey {
  readonly owner_key: Key | null;
  readonly definition_id: string;
  readonly element_id: string;
  readonly code: string;
  readonly message: string;
  readonly raised_at: Instant;
}

export interface OutboxRow {
  readonly id: string;
  readonly instance_id: string | null;
  readonly topic: string;
  readonly payload: unknown;
  readonly idempotency_key: string;
  readonly created_at: Instant;
}
