/** A campaign (专项行动): a time in which units receive, visit, call back or mediate together, by whatever way cases come. */
export interface Campaign {
  readonly code: string;
  readonly name: string;
  readonly kind: { readonly code: string; readonly name: string };
  /** First day, as YYYY-MM-DD. */
  readonly from: string;
  /** Last day. */
  readonly to: string;
  readonly note: string | null;
  /** Names of the units that take part; none: nobody was named. */
  readonly units: readonly string[];
  readonly active: boolean;
}
