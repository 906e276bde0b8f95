import { complete } from '../core/life-cycle.js';
import { takeResult, valueAt } from '../core/variables.js';
import type { ScriptTask } from '../model/flow-node.js';
import type { Behaviour } from './behaviour.js';
import { chooseUncontrolled } from './outgoing.js';

/** Script task (BPMN 2.0 §13.3.3): evaluates its FEEL script; the value goes to the result variable, if it names one. */
export const scriptTask: Behaviour<ScriptTask> = {
  completable: false,
  enter(run, { key }, node) {
    const value = valueAt(run, key, node.script);
    if (node.resultVariable) takeResult(run, key, { [node.resultVariable]: value });
    complete(run, key);
  },
  chooseFlows: chooseUncontrolled,
};
