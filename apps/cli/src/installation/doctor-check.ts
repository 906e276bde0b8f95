/** What a check found: that all is well, or something that somebody should look at while all works. */
export type Finding = string | { readonly look: string };

/** One thing that the doctor looks at. */
export interface Check {
  readonly name: string;
  /** Says what it found, or throws what is wrong and how it is mended. */
  readonly run: () => Finding | Promise<Finding>;
}
