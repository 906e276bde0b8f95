import { Failure } from '../core/failure.js';
import { complete, wait } from '../core/life-cycle.js';
import { takeResult, visibleVariables } from '../core/variables.js';
import { evaluateDecision } from '../decision/evaluate-decision.js';
import type { BusinessRuleTask } from '../model/flow-node.js';
import type { Variables } from '../model/value.js';
import type { Behaviour } from './behaviour.js';
import { chooseUncontrolled } from './outgoing.js';

/**
 * Business rule task (BPMN 2.0 §13.3.3): evaluates a decision of the deployment. The result goes to the result
 * variable; without one, a result with named outputs becomes variables of these names. One that names no decision
 * waits to be completed from outside.
 */
export const businessRuleTask: Behaviour<BusinessRuleTask> = {
  completable: true,
  enter(run, { key }, node) {
    if (node.decision === undefined) return wait(run, key);
    const result = evaluateDecision(run.env.decisions, node.decision, visibleVariables(run, key), run.env.now);
    if (!result.ok) throw new Failure('decision-failed', result.message);
    const { value } = result;
    const isContext = typeof value === 'object' && value !== null && !Array.isArray(value);
    const variables = node.resultVariable ? { [node.resultVariable]: value } : isContext ? (value as Variables) : {};
    takeResult(run, key, variables);
    complete(run, key);
  },
  chooseFlows: chooseUncontrolled,
};
