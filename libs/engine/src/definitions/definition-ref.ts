/** Names one version of one deployed process. */
export interface DefinitionRef {
  readonly id: string;
  /** Id of the process in its diagram. */
  readonly key: string;
  /** From 1, counted per key. */
  readonly version: number;
  readonly name: string;
}
