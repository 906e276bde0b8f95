/** Hit policies of decision tables (DMN 1.3 §8.2.11). */
export type HitPolicy = 'UNIQUE' | 'FIRST' | 'PRIORITY' | 'ANY' | 'COLLECT' | 'RULE ORDER' | 'OUTPUT ORDER';

export type Aggregation = 'SUM' | 'COUNT' | 'MIN' | 'MAX';

export interface DecisionInput {
  readonly label: string;
  readonly expression: string;
}

export interface DecisionOutput {
  readonly name: string;
  /** Allowed values in order of priority, as FEEL literals; empty when none are given. */
  readonly values: readonly string[];
  readonly defaultValue?: string;
}

export interface DecisionRule {
  readonly id: string;
  /** One FEEL unary test per input; `-` or empty matches everything. */
  readonly tests: readonly string[];
  /** One FEEL expression per output. */
  readonly outputs: readonly string[];
}

export interface DecisionTable {
  readonly kind: 'table';
  readonly hitPolicy: HitPolicy;
  readonly aggregation?: Aggregation;
  readonly inputs: readonly DecisionInput[];
  readonly outputs: readonly DecisionOutput[];
  readonly rules: readonly DecisionRule[];
}

/** A decision whose logic is one FEEL expression (DMN 1.3 §7.3.9 literal expression). */
export interface LiteralDecision {
  readonly kind: 'literal';
  readonly expression: string;
}

/** One decision with the decisions it requires, ready to evaluate. */
export interface CompiledDecision {
  readonly id: string;
  readonly name: string;
  /** The name under which a requiring decision sees the result. */
  readonly variable: string;
  readonly logic: DecisionTable | LiteralDecision;
  /** Ids of required decisions, evaluated first. */
  readonly requires: readonly string[];
}
