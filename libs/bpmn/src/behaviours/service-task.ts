import { complete, wait } from '../core/life-cycle.js';
import { takeResult, valueAt } from '../core/variables.js';
import type { ServiceTask } from '../model/flow-node.js';
import type { Behaviour } from './behaviour.js';
import { chooseUncontrolled } from './outgoing.js';

/**
 * Service and send tasks (BPMN 2.0 §13.3.3): an expression is evaluated at once; everything else becomes a job, done
 * after commit by a handler or an external worker.
 */
export const serviceTask: Behaviour<ServiceTask> = {
  completable: true,
  enter(run, { key }, node) {
    if (node.expression) {
      const value = valueAt(run, key, node.expression);
      if (node.resultVariable) takeResult(run, key, { [node.resultVariable]: value });
      return complete(run, key);
    }
    const job = { topic: node.topic ?? node.id, properties: node.properties };
    run.emit({ type: 'job-created', key, elementId: node.id, job });
    wait(run, key);
  },
  chooseFlows: chooseUncontrolled,
};
