import { language } from './messages.js';
import type { WorkflowWords } from './zh-CN.workflow.js';

/** The texts of the pages of workflows: only those pages carry them, so that the inbox does not load them. */
export let studioWords: WorkflowWords['studioWords'];
export let simulationWords: WorkflowWords['simulationWords'];
export let drawingWords: WorkflowWords['drawingWords'];
export let liveWords: WorkflowWords['liveWords'];

/** Fetches them; before the pages that read them are loaded. */
export async function speakOfWorkflows(): Promise<void> {
  const loaded = language === 'en' ? await import('./en.workflow.js') : await import('./zh-CN.workflow.js');
  ({ studioWords, simulationWords, drawingWords, liveWords } = loaded.workflowWords);
}
