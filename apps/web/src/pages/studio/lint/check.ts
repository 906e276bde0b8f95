import type { DeploymentFile, Problem } from '@lianban/bpmn';
import { loadCore } from '../core.js';

/** Files as they would be deployed, and the names that they may use. */
export interface CheckRequest {
  readonly files: readonly DeploymentFile[];
  readonly calendars: readonly string[];
  readonly groups: readonly string[];
  readonly forms: readonly string[];
}

/** Everything that a deployment would say of the files, and what trying all ways through them finds. */
export async function check({ files, calendars, groups, forms }: CheckRequest): Promise<readonly Problem[]> {
  const { compileDeployment, explore } = await loadCore();
  const names = { calendars: new Set(calendars), groups: new Set(groups), forms: new Set(forms) };
  const { definitions, problems } = await compileDeployment(files, names);
  const found = [...(definitions?.processes.values() ?? [])].flatMap((process) => explore(process).findings);
  return [...problems, ...found];
}
