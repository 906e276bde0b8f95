import type { CompiledDefinitions } from '../model/compiled-process.js';
import type { UserTask } from '../model/flow-node.js';
import type { Problem } from '../model/problem.js';
import { ProblemList } from '../reader/problem-list.js';
import { allReads, namesWritten, readsOf, rootOf, type Asking } from './asked-values.js';

/** What is known of the forms of steps, and of the cases that they are filled in for. */
export interface FormsInUse {
  /** The keys of the fields of a form; undefined for an unknown one. */
  fieldsOf(form: string): readonly string[] | undefined;
  /** Variables that cases bring along. */
  readonly given: ReadonlySet<string>;
}

/**
 * Warns of what becomes of the fields of forms: one that takes the place of what the case brought along, and one that
 * the diagram decides by although the step, which writes down other things, does not write it down.
 */
export function checkFormFields(definitions: CompiledDefinitions, forms: FormsInUse): readonly Problem[] {
  const problems = new ProblemList(undefined);
  for (const process of definitions.processes.values()) {
    for (const node of process.nodes.values()) {
      const fields = node.type === 'userTask' && node.form !== undefined ? forms.fieldsOf(node.form) : undefined;
      if (node.type === 'userTask' && fields) checkStep(node, fields, { process, definitions }, forms.given, problems);
    }
  }
  return problems.all();
}

function checkStep(
  step: UserTask,
  fields: readonly string[],
  asking: Asking,
  given: ReadonlySet<string>,
  problems: ProblemList,
): void {
  const { id, outputs } = step;
  const taken = new Set(readsOf(outputs).map(({ path }) => rootOf(path)));
  const lands = (field: string) =>
    outputs.length === 0 ||
    outputs.some(({ target, value }) => target === field && readsOf(value).length > 0 && taken.has(field));
  for (const field of fields.filter((each) => given.has(each) && lands(each)))
    problems.warning(
      'form-overwrites',
      id,
      `field "${field}" of the form takes the place of what the case brought along; name the field otherwise, unless that is meant`,
    );
  if (outputs.length === 0) return;
  const elsewhere = [...asking.process.nodes.values()].filter((node) => node !== step).flatMap(namesWritten);
  const known = new Set([...given, ...elsewhere]);
  const read = new Set(allReads(asking).map(({ path }) => rootOf(path)));
  for (const field of fields.filter((each) => read.has(each) && !taken.has(each) && !known.has(each)))
    problems.warning(
      'form-unkept',
      id,
      `the diagram reads "${field}", which the form asks for but the step does not write down; add an output for it`,
    );
}
