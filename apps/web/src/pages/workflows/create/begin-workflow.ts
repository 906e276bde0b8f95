import type { Workflow } from '../../../api/model.js';
import { ApiProblem } from '../../../api/problem.js';
import { findWorkflowFiles, type StudioFile } from '../../../api/studio.js';
import { saveWorkflowDraft } from '../../../api/workflow-drafts.js';
import { drawingWords } from '../../../messages/workflow-words.js';
import { asOwnDiagram, copyOf, DiagramRefused, mostDiagramText } from '../../studio/files/diagram-file.js';
import { emptyDiagram } from '../../studio/files/empty-diagram.js';

/** What a new workflow is called, and what it begins from. */
export interface NewWorkflow {
  readonly name: string;
  readonly key: string;
  readonly from: 'empty' | 'copy' | 'file';
  /** Key of the workflow that is copied. */
  readonly source?: string;
  readonly file?: File;
}

/** Keeps a draft of a new workflow, which is deployed later; gives its key. */
export async function beginWorkflow(asked: NewWorkflow, workflows: readonly Workflow[]): Promise<string> {
  const name = asked.name.trim();
  const files = await filesOf({ ...asked, name }, workflows).catch((error: unknown) => {
    if (!(error instanceof DiagramRefused)) throw error;
    const text = drawingWords.file[error.fault];
    throw new ApiProblem({ status: 0, code: error.fault, title: text, detail: text });
  });
  await saveWorkflowDraft(asked.key, { name, basedOn: 0, files: [...files], revision: 0 });
  return asked.key;
}

async function filesOf(asked: NewWorkflow, workflows: readonly Workflow[]): Promise<readonly StudioFile[]> {
  const { name, key, from, source, file } = asked;
  const naming = { key, name };
  const own = (content: string) => [{ name: `${key}.bpmn`, content }];
  if (from === 'file' && file) {
    if (file.size > mostDiagramText) throw new DiagramRefused('tooLarge');
    return own(await asOwnDiagram(await file.text(), naming));
  }
  const copied = from === 'copy' ? workflows.find((it) => it.key === source) : undefined;
  if (copied) return await copyOf(await findWorkflowFiles(copied.key, copied.version), copied.key, naming);
  return own(emptyDiagram(key, name, drawingWords.create));
}
