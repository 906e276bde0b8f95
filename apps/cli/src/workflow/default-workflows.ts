import { readdir, readFile } from 'node:fs/promises';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { compileDeployment, type CompiledDefinitions, type DeploymentFile } from '@lianban/bpmn';

/** The folder `workflows` of this installation, from the compiled file as well as from the source. */
async function workflowsFolder(): Promise<string> {
  for (let at = dirname(fileURLToPath(import.meta.url)); ; at = dirname(at)) {
    const names = await readdir(at);
    if (names.includes('workflows') && names.includes('package.json') && names.includes('nest-cli.json'))
      return join(at, 'workflows');
    if (at === dirname(at))
      throw new Error('expected a folder "workflows" beside the program, but there is none; reinstall');
  }
}

/** Every BPMN and DMN file of the default workflows, compiled together. Throws with file, element and reason. */
export async function compileDefaultWorkflows(calendars: { has(id: string): boolean }): Promise<CompiledDefinitions> {
  const folder = await workflowsFolder();
  const names = (await readdir(folder, { recursive: true })).filter((name) => /\.(bpmn|dmn)$/.test(name)).sort();
  const files: DeploymentFile[] = [];
  for (const name of names) files.push({ name, content: await readFile(join(folder, name), 'utf8') });
  const { definitions, problems } = await compileDeployment(files, { calendars });
  if (definitions) return definitions;
  const [first] = problems.filter(({ severity }) => severity === 'error');
  throw new Error(`workflows/${first?.file ?? ''}: ${first?.element ?? ''}: ${first?.message ?? 'cannot be used'}`);
}
