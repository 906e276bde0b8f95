/** What somebody looked at: the page of a case, or one of its files. */
export const lookedAt = ['case', 'file'] as const;

export type Looked = (typeof lookedAt)[number];

/** The first look of a person at a case, or at its files, on a day. */
export interface CaseLook {
  readonly at: string;
  readonly what: Looked;
  readonly by: string;
  /** Empty: somebody without a unit. */
  readonly unit: string;
}
