import type { CompiledDecision } from '../decision/decision-model.js';
import type { ProblemList } from '../reader/problem-list.js';

/** Refuses decisions that require what was not deployed, or in the end themselves. */
export function checkDecisions(decisions: ReadonlyMap<string, CompiledDecision>, problems: ProblemList): void {
  for (const { id, requires } of decisions.values()) {
    const missing = requires.find((required) => !decisions.has(required));
    if (missing !== undefined) {
      problems.error(
        'decision-unknown',
        id,
        `it requires decision "${missing}", which is in none of the deployed files`,
      );
    }
    if (requiresItself(decisions, id)) {
      problems.error(
        'decision-circle',
        id,
        'the decision requires itself, directly or through others; break the circle',
      );
    }
  }
}

function requiresItself(decisions: ReadonlyMap<string, CompiledDecision>, id: string): boolean {
  const seen = new Set<string>();
  const stack = [...(decisions.get(id)?.requires ?? [])];
  for (let next = stack.pop(); next !== undefined; next = stack.pop()) {
    if (next === id) return true;
    if (seen.has(next)) continue;
    seen.add(next);
    stack.push(...(decisions.get(next)?.requires ?? []));
  }
  return false;
}
