/** A share of a stretch of days. Null: nothing to divide by. */
interface TrendValue {
  readonly numerator: number;
  readonly denominator: number;
  readonly rate: number | null;
}

/** What came and went in a day or a month. */
export interface TrendRow {
  /** Its first day. */
  readonly day: string;
  readonly received: number;
  /** How often a case was closed then, whenever it was received. */
  readonly endings: number;
  /** Of the cases received then, in the order of the rates. */
  readonly values: readonly TrendValue[];
}

/** How a period went, day by day, or month by month where it is long. */
export interface Trend {
  readonly by: 'day' | 'month';
  readonly rates: readonly { readonly code: string; readonly name: string; readonly formula: string }[];
  readonly items: readonly TrendRow[];
}
