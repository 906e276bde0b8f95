import type { DeploymentFile, Form, Problem } from '@lianban/bpmn';
import { loadCore } from '../core.js';
import { givenToCases } from '../given-to-cases.js';

/** Files as they would be deployed, and the names that they may use. */
export interface CheckRequest {
  readonly files: readonly DeploymentFile[];
  readonly calendars: readonly string[];
  readonly groups: readonly string[];
  readonly forms: readonly string[];
  /** What those of the forms ask for that the files name, as far as it is known. */
  readonly contents: Readonly<Record<string, Form>>;
}

/** Everything that a deployment would say of the files, and what trying all ways through them finds. */
export async function check({ files, calendars, groups, forms, contents }: CheckRequest): Promise<readonly Problem[]> {
  const { checkFormFields, compileDeployment, explore, inputsOf } = await loadCore();
  const names = { calendars: new Set(calendars), groups: new Set(groups), forms: new Set(forms) };
  const { definitions, problems } = await compileDeployment(files, names);
  const found = [...(definitions?.processes.values() ?? [])].flatMap((process) => explore(process).findings);
  const fieldsOf = (form: string) => contents[form] && inputsOf(contents[form].components).map(({ key }) => key);
  const inUse = { fieldsOf, given: givenToCases };
  return [...problems, ...found, ...(definitions ? checkFormFields(definitions, inUse) : [])];
}
