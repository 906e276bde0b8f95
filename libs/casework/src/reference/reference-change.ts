/** A change of what administrators edit, as its history tells it. */
export interface ReferenceChange {
  readonly version: number;
  readonly at: string;
  readonly by: string;
  /** Null: the entry was added. */
  readonly before: Readonly<Record<string, unknown>> | null;
  readonly after: Readonly<Record<string, unknown>>;
}
