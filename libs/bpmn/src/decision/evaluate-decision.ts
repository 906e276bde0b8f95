import { evaluateText, type Evaluation } from '../expression/evaluate.js';
import type { Instant, JsonValue, Variables } from '../model/value.js';
import type { CompiledDecision } from './decision-model.js';
import { evaluateTable } from './evaluate-table.js';

/** Evaluates a decision after the decisions it requires, each once (DMN 1.3 §10.4). */
export function evaluateDecision(
  decisions: ReadonlyMap<string, CompiledDecision>,
  id: string,
  variables: Variables,
  now: Instant,
): Evaluation {
  const known: Record<string, JsonValue> = { ...variables };
  for (const decision of inOrder(decisions, id)) {
    const { logic } = decision;
    const result =
      logic.kind === 'table' ? evaluateTable(decision, logic, known, now) : evaluateText(logic.expression, known, now);
    if (!result.ok) return { ok: false, message: `decision "${decision.id}": ${result.message}` };
    if (decision.id === id) return result;
    known[decision.variable] = result.value;
  }
  return {
    ok: false,
    message: `decision "${id}" is not part of the deployment; deploy its DMN file together with the diagram`,
  };
}

/** The decision and all it requires, the required ones first; a circle was refused at deployment and ends here too. */
function inOrder(decisions: ReadonlyMap<string, CompiledDecision>, id: string): CompiledDecision[] {
  const ordered: CompiledDecision[] = [];
  const seen = new Set<string>();
  const visit = (next: string): void => {
    const decision = decisions.get(next);
    if (!decision || seen.has(next)) return;
    seen.add(next);
    decision.requires.forEach(visit);
    ordered.push(decision);
  };
  visit(id);
  return ordered;
}
