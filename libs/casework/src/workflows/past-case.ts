/** Which past cases of a workflow are asked for: those received in a period, its end not included. */
export interface PastCasesQuery {
  readonly from?: string | undefined;
  readonly until?: string | undefined;
  readonly limit: number;
  readonly after?: string | undefined;
}

/** A stay of a past case at a step, as a simulation needs it: how long, and with which result. */
export interface PastStep {
  readonly process: string;
  readonly element: string;
  readonly receivedAt: string;
  readonly endedAt: string | null;
  readonly end: 'open' | 'done' | 'lapsed' | 'cancelled';
  readonly outcome: string | null;
  /** By which its term was counted. */
  readonly calendar: string | null;
  /** When its clock stood still; the last pause may go on. */
  readonly pauses: readonly { readonly from: string; readonly to: string | null }[];
}

/** What a workflow knew of a case when it came, and how it went: no texts, no names, no number, nobody's id. */
export interface PastCase {
  readonly receivedAt: string;
  readonly category: string;
  readonly kind: string;
  readonly urgency: 'normal' | 'urgent';
  /** The unit that was asked first, and the street that it belongs to. */
  readonly station: string;
  readonly street: string;
  /** Steps of the case's own way, in their order; not those of helpers and supervision orders. */
  readonly steps: readonly PastStep[];
}
