import { Deployments } from './deployments.service.js';
import { LiveView } from './live-view.service.js';
import { LiveController } from './live.controller.js';
import { WorkflowDraftsController } from './workflow-drafts.controller.js';
import { WorkflowEditorsController } from './workflow-editors.controller.js';
import { WorkflowNames } from './workflow-names.service.js';
import { WorkflowsController } from './workflows.controller.js';
import { WorkflowsService } from './workflows.service.js';

/** Controllers of workflows: their versions, drafts, editors and what runs. */
export const workflowControllers = [
  LiveController,
  WorkflowsController,
  WorkflowDraftsController,
  WorkflowEditorsController,
];

/** What they need. */
export const workflowServices = [WorkflowNames, WorkflowsService, Deployments, LiveView];
