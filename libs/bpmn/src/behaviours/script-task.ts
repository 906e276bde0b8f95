import { complete } from '../core/life-cycle.js';
import { Failure } from '../core/failure.js';
import type { Run } from '../core/run.js';
import type { Key } from '../core/state.js';
import { takeResult, valueAt, visibleVariables } from '../core/variables.js';
import type { ScriptTask } from '../model/flow-node.js';
import type { JsonValue, Variables } from '../model/value.js';
import type { Behaviour } from './behaviour.js';
import { chooseUncontrolled } from './outgoing.js';

/** Script task (BPMN 2.0 §13.3.3): evaluates its script in FEEL, or in JavaScript in a sandbox; the value goes to the result variable, if it names one. */
export const scriptTask: Behaviour<ScriptTask> = {
  completable: false,
  enter(run, { key }, node) {
    const { value, variables } = outcomeOf(run, key, node);
    takeResult(run, key, { ...variables, ...(node.resultVariable ? { [node.resultVariable]: value } : {}) });
    complete(run, key);
  },
  chooseFlows: chooseUncontrolled,
};

/** The script's value, and the variables that it set by itself. Throws `Failure`. */
function outcomeOf(run: Run, key: Key, { id, script }: ScriptTask): { value: JsonValue; variables: Variables } {
  if (script.kind !== 'javascript') return { value: valueAt(run, key, script), variables: {} };
  const { javaScript } = run.process;
  if (!javaScript) throw new Error(`expected process "${run.process.id}" to be compiled with what runs JavaScript`);
  const result = javaScript.run(script.source, visibleVariables(run, key), run.env.now);
  if (!result.ok) throw new Failure('expression-failed', `the script of "${id}" failed: ${result.message}`);
  return result;
}
