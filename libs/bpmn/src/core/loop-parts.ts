import type { Run } from './run.js';
import type { ElementInstance, Key } from './state.js';

/** True for one instance of a loop or multi-instance activity. */
export function isTurn(element: ElementInstance): boolean {
  return element.index !== undefined;
}

/** The element instance that boundary events sit on: of an instance within a loop its body. */
export function hostOf(run: Run, key: Key): Key {
  const element = run.element(key);
  return isTurn(element) && element.scope !== null ? element.scope : key;
}
