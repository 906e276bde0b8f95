import type { CompiledDefinitions } from '@lianban/bpmn';
import type { StudioFile } from '../../../api/studio.js';
import { loadCore } from '../core.js';

/** A compiled diagram, and the files that it came from. */
export interface CompiledWithCalled {
  readonly definitions: CompiledDefinitions;
  readonly files: readonly StudioFile[];
}

/**
 * Compiles files together with the workflows that they call.
 *
 * @throws Error in words when the files have errors
 */
export async function compileWithCalled(
  given: readonly StudioFile[],
  filesOf: (processKey: string) => Promise<readonly StudioFile[]>,
): Promise<CompiledWithCalled> {
  const { compileDeployment } = await loadCore();
  const files = [...given];
  let { definitions } = await compileDeployment(files);
  for (const asked = new Set<string>(); definitions;) {
    const missing = calledIn(definitions).find((key) => !definitions?.processes.has(key) && !asked.has(key));
    if (missing === undefined) break;
    asked.add(missing);
    const names = new Set(files.map(({ name }) => name));
    files.push(...(await filesOf(missing)).filter(({ name }) => !names.has(name)));
    ({ definitions } = await compileDeployment(files));
  }
  if (!definitions) throw new Error('the files have errors');
  return { definitions, files };
}

/** Processes that are called by name. */
function calledIn({ processes }: CompiledDefinitions): readonly string[] {
  return [...processes.values()].flatMap(({ nodes }) =>
    [...nodes.values()].flatMap((node) =>
      node.type === 'callActivity' && node.calledElement.kind === 'literal' ? [node.calledElement.value] : [],
    ),
  );
}
