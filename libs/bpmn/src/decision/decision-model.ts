/** Hit policies of decision tables (DMN 1.3 §8.2.11). */
export const hitPolicies = ['UNIQUE', 'FIRST', 'PRIORITY', 'ANY', 'COLLECT', 'RULE ORDER', 'OUTPUT ORDER'] as const;

export type HitPolicy = (typeof hitPolicies)[number];

/** What COLLECT may make of its hits. */
export const aggregations = ['SUM', 'COUNT', 'MIN', 'MAX'] as const;

export type Aggregation = (typeof aggregations)[number];

export interface DecisionInput {
  readonly label: string;
  readonly expression: string;
  /** Unary tests of what may come in; anything else gives no result. */
  readonly allowed?: string;
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
  /** For messages. */
  readonly name: string;
  readonly hitPolicy: HitPolicy;
  readonly aggregation?: Aggregation;
  readonly inputs: readonly DecisionInput[];
  readonly outputs: readonly DecisionOutput[];
  readonly rules: readonly DecisionRule[];
}

/** One FEEL expression (DMN 1.3 §7.3.9 literal expression). */
export interface LiteralLogic {
  readonly kind: 'literal';
  readonly expression: string;
}

/** A boxed context (§10.2.1.4): entries that see the ones before; one without a name is the value of the whole. */
export interface ContextLogic {
  readonly kind: 'context';
  readonly entries: readonly { readonly name?: string; readonly value: Logic }[];
}

/** A boxed list (§10.2.1.5). */
export interface ListLogic {
  readonly kind: 'list';
  readonly items: readonly Logic[];
}

/** A relation (§10.2.1.6): a list of contexts with the same names. */
export interface RelationLogic {
  readonly kind: 'relation';
  readonly columns: readonly string[];
  readonly rows: readonly (readonly Logic[])[];
}

/** A boxed invocation (§10.2.1.3) of a function, its parameters by name. */
export interface InvocationLogic {
  readonly kind: 'invocation';
  readonly called: string;
  readonly bindings: readonly { readonly name: string; readonly value: Logic }[];
}

/** A boxed function (§10.2.1.7), and what a business knowledge model encapsulates. */
export interface FunctionLogic {
  readonly kind: 'function';
  readonly parameters: readonly string[];
  readonly body: Logic;
}

/** A boxed conditional (DMN 1.4 §7.3.10). */
export interface ConditionalLogic {
  readonly kind: 'conditional';
  readonly condition: Logic;
  readonly then: Logic;
  readonly otherwise: Logic;
}

/** A boxed filter (DMN 1.4 §7.3.11): the items of a list for which `match` holds; it sees `item` and the item's parts. */
export interface FilterLogic {
  readonly kind: 'filter';
  readonly list: Logic;
  readonly match: Logic;
}

/** A boxed iterator (DMN 1.4 §7.3.12): what the body gives for each item, or whether it holds for every or some. */
export interface IteratorLogic {
  readonly kind: 'for' | 'every' | 'some';
  readonly variable: string;
  readonly list: Logic;
  readonly body: Logic;
}

/** A decision service (§10.4): decisions that are called like a function of its input decisions and input data. */
export interface ServiceLogic {
  readonly kind: 'service';
  readonly parameters: readonly string[];
  /** Ids of the decisions whose results it gives. */
  readonly outputs: readonly string[];
  /** Ids of the decisions whose results are given to it. */
  readonly inputDecisions: readonly string[];
}

export type Logic =
  | DecisionTable
  | LiteralLogic
  | ContextLogic
  | ListLogic
  | RelationLogic
  | InvocationLogic
  | FunctionLogic
  | ConditionalLogic
  | FilterLogic
  | IteratorLogic
  | ServiceLogic;

/** One decision, business knowledge model or decision service with what it requires, ready to evaluate. */
export interface CompiledDecision {
  readonly id: string;
  readonly name: string;
  /** The name under which a requiring decision sees the result. */
  readonly variable: string;
  readonly logic: Logic;
  /** Ids of required decisions and knowledge, evaluated first. */
  readonly requires: readonly string[];
  /** Variables that come in as text and mean a date, time or duration, with their FEEL type. */
  readonly temporals: Readonly<Record<string, TemporalType>>;
}

export type TemporalType = 'date' | 'time' | 'date and time' | 'duration';
