import type { Key, Outcome } from '@lianban/bpmn';

/** A user task that waits for somebody. */
export interface OpenTask {
  /** See `taskIdOf`. */
  readonly id: string;
  readonly instanceId: string;
  readonly key: Key;
  readonly elementId: string;
  readonly name: string;
  readonly lane?: string;
  readonly unit?: string;
  readonly assignee?: string;
  readonly candidateUsers: readonly string[];
  readonly candidateGroups: readonly string[];
  readonly form?: string;
  readonly dueAt?: Date;
  readonly warnAt?: Date;
  readonly createdAt: Date;
  readonly outcomes: readonly Outcome[];
  /** Further attributes of the task in the diagram, as they stand there. */
  readonly properties: Readonly<Record<string, string>>;
}
