import { ElementTimesService } from './element-times.service.js';
import { PastCases } from './past-cases.service.js';

/** What tells of workflows as their cases lived them. */
export const workflowFacts = [ElementTimesService, PastCases] as const;
