import { drawingWords } from './zh-CN.drawing.js';
import { liveWords } from './zh-CN.live.js';
import { simulationWords } from './zh-CN.simulation.js';
import { studioWords } from './zh-CN.studio.js';

/** The texts of the pages of workflows. They are not hung into `zhCN` like those of other pages. */
export const workflowWords = { drawingWords, liveWords, simulationWords, studioWords };

/** The shape that each language's texts of these pages have. */
export type WorkflowWords = typeof workflowWords;
