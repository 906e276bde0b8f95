/** What can take changes back, and do them again. */
export interface Undoing {
  undo(): void;
  redo(): void;
  canUndo(): boolean;
  canRedo(): boolean;
}
