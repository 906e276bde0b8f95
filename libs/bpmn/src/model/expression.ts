/**
 * A text of a diagram that yields a value: either the text itself or a FEEL expression.
 * `source` is what stands in the diagram, for messages; `feel` is what is evaluated.
 */
export type Expression = { readonly kind: 'literal'; readonly value: string } | FeelExpression;

/** One that is computed. */
export interface FeelExpression {
  readonly kind: 'feel';
  readonly source: string;
  readonly feel: string;
}

/** One input or output mapping: the expression's value goes to the variable `target`. */
export interface Mapping {
  readonly target: string;
  readonly value: Expression;
}
