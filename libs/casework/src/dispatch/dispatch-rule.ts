/** A row of the dispatch catalogue that a ruling made. */
export interface DispatchRule {
  readonly id: string;
  readonly category: { readonly code: string; readonly name: string };
  /** Null: everywhere. */
  readonly street: { readonly id: string; readonly name: string } | null;
  readonly department: { readonly id: string; readonly name: string };
  /** The case on which was ruled. */
  readonly case: { readonly id: string; readonly code: string };
  readonly note: string;
  readonly madeBy: string;
  readonly validFrom: string;
  readonly validTo: string | null;
}

/** Where a ruling counts from now on. */
export type Precedent = 'street' | 'district';
