import { DeploymentsController } from './deployments.controller.js';
import { EventsController } from './events.controller.js';
import { ExternalTasksController } from './external-tasks.controller.js';
import { HistoryController } from './history.controller.js';
import { RestInstancesController } from './instances.controller.js';
import { ProcessesController } from './processes.controller.js';
import { UserTasksController } from './user-tasks.controller.js';

/** The part of Camunda 7's REST interface that its workers and modelling tools need. */
export const engineRestControllers = [
  DeploymentsController,
  EventsController,
  ExternalTasksController,
  HistoryController,
  ProcessesController,
  RestInstancesController,
  UserTasksController,
];
