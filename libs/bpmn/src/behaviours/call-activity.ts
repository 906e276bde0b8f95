import { Failure } from '../core/failure.js';
import { wait } from '../core/life-cycle.js';
import { textAt, visibleVariables } from '../core/variables.js';
import type { CallActivity } from '../model/flow-node.js';
import type { Behaviour } from './behaviour.js';
import { chooseUncontrolled } from './outgoing.js';

/** Call activity (BPMN 2.0 §13.3.4): starts another process and waits for its end; errors of the callee arrive here. */
export const callActivity: Behaviour<CallActivity> = {
  completable: false,
  enter(run, element, node) {
    const { key } = element;
    const calledProcess = textAt(run, key, node.calledElement);
    if (!calledProcess)
      throw new Failure('called-process-unknown', `call activity "${node.id}" names no process to call`);
    const calledInstance = run.env.newId();
    const variables = node.inheritVariables ? visibleVariables(run, key) : (element.variables ?? {});
    run.emit({ type: 'call-started', key, elementId: node.id, calledProcess, calledInstance });
    run.effect({ type: 'start-called-process', key, calledProcess, binding: node.binding, calledInstance, variables });
    wait(run, key);
  },
  chooseFlows: chooseUncontrolled,
};
