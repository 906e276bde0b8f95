import type { InstanceState, InstanceStatus, Key } from '@lianban/bpmn';

/** A row of `engine.instance` as the driver gives it. */
export interface InstanceRow {
  readonly id: string;
  readonly definition_id: string;
  readonly root_id: string;
  readonly parent_id: string | null;
  readonly parent_key: Key | null;
  readonly business_key: string | null;
  readonly status: InstanceStatus;
  readonly revision: number;
  readonly incident_count: number;
  readonly state: InstanceState;
  readonly started_at: Date;
  /** Time of the last step. */
  readonly stepped_at: Date;
  readonly ended_at: Date | null;
}
