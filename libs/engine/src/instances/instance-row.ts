import type { InstanceState, InstanceStatus, Key } from '@lianban/bpmn';

/** What a unit of work needs of a row of `engine.instance`, as the driver gives it. */
export interface InstanceRow {
  readonly id: string;
  readonly definition_id: string;
  readonly root_id: string;
  readonly parent_id: string | null;
  readonly parent_key: Key | null;
  readonly business_key: string | null;
  readonly status: InstanceStatus;
  readonly revision: number;
  readonly state: InstanceState;
  /** Time of the last step. */
  readonly stepped_at: Date;
}
