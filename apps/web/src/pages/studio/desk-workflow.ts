/** The workflow that is edited, by the version that it was begun from; 0 for one that was never deployed. */
export interface DeskWorkflow {
  readonly key: string;
  readonly name: string;
  readonly version: number;
}
