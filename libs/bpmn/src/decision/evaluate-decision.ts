import { FeelFunction } from 'feelin';
import { asJson, evaluateInScope, type Evaluation, type FeelResult, type Scope } from '../expression/evaluate.js';
import type { Instant, Variables } from '../model/value.js';
import type { CompiledDecision, ServiceLogic } from './decision-model.js';
import { evaluateLogic, LogicFailure } from './evaluate-logic.js';

type Decisions = ReadonlyMap<string, CompiledDecision>;

/**
 * Evaluates a decision after the decisions and knowledge that it requires, each once (DMN 1.3 §10.4). A decision
 * service gives the results of its output decisions, the one as it is, several by their names.
 */
export function evaluateDecision(decisions: Decisions, id: string, variables: Variables, now: Instant): Evaluation {
  const decision = decisions.get(id);
  if (!decision)
    return {
      ok: false,
      message: `decision "${id}" is not part of the deployment; deploy its DMN file together with the diagram`,
    };
  const graph = new Graph(decisions, now);
  const { logic } = decision;
  return asJson(
    logic.kind === 'service' ? graph.evaluateService(logic, variables) : graph.evaluate([id], variables, new Set(), id),
  );
}

/** The requirement graph of a deployment at one instant. */
class Graph {
  constructor(
    private readonly decisions: Decisions,
    private readonly now: Instant,
  ) {}

  /** The result of decision `wanted`, the last of those in `ids` and all that they require; what is given is not evaluated. */
  evaluate(ids: readonly string[], given: Scope, known: ReadonlySet<string>, wanted: string): FeelResult {
    const results = this.evaluateAll(ids, given, known);
    return results.ok ? { ok: true, value: results.value.get(wanted) } : results;
  }

  evaluateService({ outputs, inputDecisions }: ServiceLogic, given: Scope): FeelResult {
    const results = this.evaluateAll(outputs, given, new Set(inputDecisions));
    if (!results.ok) return results;
    const [only, another] = outputs;
    if (only !== undefined && another === undefined) return { ok: true, value: results.value.get(only) };
    const byName = outputs.map((id) => [this.decisions.get(id)?.variable ?? id, results.value.get(id)] as const);
    return { ok: true, value: Object.fromEntries(byName) };
  }

  private evaluateAll(
    ids: readonly string[],
    given: Scope,
    known: ReadonlySet<string>,
  ): { ok: true; value: Map<string, unknown> } | { ok: false; message: string } {
    let scope: Scope = given;
    const results = new Map<string, unknown>();
    for (const decision of this.inOrder(ids, known)) {
      scope = { ...scope, ...this.temporalsOf(decision, scope) };
      // A knowledge model may call itself, so its own name stands in the scope that it sees.
      const seen: Record<string, unknown> = { ...scope };
      const context = { scope: seen, now: this.now, service: (logic: ServiceLogic) => this.serviceOf(logic) };
      const result = evaluateLogic(decision.logic, context);
      if (!result.ok) return { ok: false, message: `decision "${decision.id}": ${result.message}` };
      if (decision.logic.kind === 'function') seen[decision.variable] = result.value;
      results.set(decision.id, result.value);
      scope = { ...scope, [decision.variable]: result.value };
    }
    return { ok: true, value: results };
  }

  private serviceOf(logic: ServiceLogic): FeelFunction {
    return new FeelFunction(
      (...args: readonly unknown[]) => {
        const given = Object.fromEntries(logic.parameters.map((name, index) => [name, args[index] ?? null]));
        const result = this.evaluateService(logic, given);
        if (!result.ok) throw new LogicFailure(result.message);
        return result.value;
      },
      [...logic.parameters],
    );
  }

  /** Texts in input data that mean a date, time or duration, as such. */
  private temporalsOf({ temporals }: CompiledDecision, scope: Scope): Scope {
    const texts = Object.entries(temporals).filter(([name]) => typeof scope[name] === 'string');
    return Object.fromEntries(
      texts.map(([name, type]) => {
        const result = evaluateInScope(`${type}(text)`, { text: scope[name] }, this.now);
        return [name, result.ok ? result.value : null];
      }),
    );
  }

  /** The decisions and all that they require, the required ones first; a circle was refused at deployment and ends here too. */
  private inOrder(ids: readonly string[], known: ReadonlySet<string>): CompiledDecision[] {
    const ordered: CompiledDecision[] = [];
    const seen = new Set<string>(known);
    const visit = (next: string): void => {
      const decision = this.decisions.get(next);
      if (!decision || seen.has(next)) return;
      seen.add(next);
      decision.requires.forEach(visit);
      ordered.push(decision);
    };
    ids.forEach(visit);
    return ordered;
  }
}
