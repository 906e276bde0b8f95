import type { Definition } from './definition.js';

/** A row of `engine.definition` as the driver gives it. */
export interface DefinitionRow {
  readonly id: string;
  readonly process_key: string;
  readonly version: number;
  readonly name: string;
  readonly deployment_id: string;
  readonly resource_name: string;
  readonly sha256: string;
  readonly deployed_at: Date;
  readonly suspended_at: Date | null;
}

export function definitionOf(row: DefinitionRow): Definition {
  return {
    id: row.id,
    key: row.process_key,
    version: row.version,
    name: row.name,
    deploymentId: row.deployment_id,
    resourceName: row.resource_name,
    sha256: row.sha256,
    deployedAt: row.deployed_at,
    suspendedAt: row.suspended_at,
  };
}
