import type { Key, Variables } from '@lianban/bpmn';

/** A job as an external worker sees it. */
export interface ExternalTask {
  readonly instanceId: string;
  readonly key: Key;
  readonly elementId: string;
  readonly topic: string;
  readonly processKey: string;
  readonly processVersion: number;
  readonly definitionId: string;
  readonly businessKey: string | null;
  readonly workerId: string | null;
  /** Until when nobody else gets it; null while nobody has it. */
  readonly lockedUntil: Date | null;
  /** Attempts that are left, this one included; 0 when it waits as an incident. */
  readonly retries: number;
  readonly priority: number;
  readonly errorMessage: string | null;
  readonly createdAt: Date;
}

/** A fetched one, with all variables that its activity sees. */
export interface LockedExternalTask extends ExternalTask {
  /** Further attributes of the activity in the diagram, as they stand there. */
  readonly properties: Readonly<Record<string, string>>;
  readonly variables: Variables;
}

/** A topic that a worker asks for. */
export interface TopicRequest {
  readonly topic: string;
  /** Milliseconds for which the worker gets the task to itself. */
  readonly lockMs: number;
  readonly processKey?: string | undefined;
  readonly businessKey?: string | undefined;
}

export interface FetchRequest {
  readonly workerId: string;
  readonly topics: readonly TopicRequest[];
  readonly limit: number;
  /** Higher priority first, instead of the longest waiting. */
  readonly byPriority?: boolean | undefined;
}

/** Names one task and who says that they have it. */
export interface TaskHold {
  readonly instanceId: string;
  readonly key: Key;
  readonly workerId: string;
}
