import { drawingWords } from './en.drawing.js';
import { liveWords } from './en.live.js';
import { simulationWords } from './en.simulation.js';
import { studioWords } from './en.studio.js';
import type { WorkflowWords } from './zh-CN.workflow.js';

/** The texts of the pages of workflows. */
export const workflowWords: WorkflowWords = { drawingWords, liveWords, simulationWords, studioWords };
