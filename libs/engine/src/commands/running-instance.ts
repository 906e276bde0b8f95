import type { InstanceState, Instant, Key } from '@lianban/bpmn';
import type { RunnableDefinition } from '../definitions/definition.js';
import type { InstanceRow } from '../instances/instance-row.js';

/** An instance in the hands of a unit of work; `state` and `revision` move on with each step. */
export interface RunningInstance {
  readonly id: string;
  readonly rootId: string;
  readonly businessKey: string | null;
  readonly parent?: { readonly instanceId: string; readonly key: Key };
  readonly definition: RunnableDefinition;
  /** Calls between this instance and the one that the unit of work began with. */
  readonly depth: number;
  /** Absent until the first step. */
  state?: InstanceState;
  /** Steps made so far. */
  revision: number;
  /** Time of the last step; time never runs backwards within an instance. */
  steppedAt?: Instant;
}

/** An instance as it was read from its row. */
export function runningInstance(row: InstanceRow, definition: RunnableDefinition): RunningInstance {
  return {
    id: row.id,
    rootId: row.root_id,
    businessKey: row.business_key,
    ...(row.parent_id !== null &&
      row.parent_key !== null && { parent: { instanceId: row.parent_id, key: row.parent_key } }),
    definition,
    depth: 0,
    state: row.state,
    revision: row.revision,
    steppedAt: row.stepped_at.toISOString(),
  };
}
