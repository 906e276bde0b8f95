/** Which bulletins or talks a list shows; what is absent does not matter. */
export interface OutcomeFilter<State extends string> {
  readonly state?: State;
  readonly unit?: string;
  /** First and last day, as `YYYY-MM-DD`. */
  readonly from?: string;
  readonly to?: string;
}
