/** One fault or doubt about a diagram, told so that its author can mend it. */
export interface Problem {
  readonly severity: 'error' | 'warning';
  /** Stable, for programs: `flow-without-target`, `expression-syntax`, … */
  readonly code: string;
  /** Id of the element at fault; absent when the file as a whole is. */
  readonly element?: string;
  /** Names the thing, what was expected and how to mend it. */
  readonly message: string;
  /** Name of the file, where the caller gave one. */
  readonly file?: string;
}
