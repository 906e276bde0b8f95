/** How many cases were settled in which way, by their topic or by who settled them. */
export interface DispositionRow {
  readonly code: string;
  readonly name: string;
  readonly total: number;
  /** In the order of the kinds. */
  readonly counts: readonly number[];
}

/** In which of the listed ways the closed cases of a period were settled. */
export interface Dispositions {
  readonly kinds: readonly { readonly code: string; readonly name: string }[];
  readonly topics: readonly DispositionRow[];
  /** Units of the scope only. */
  readonly units: readonly DispositionRow[];
}
