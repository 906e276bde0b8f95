import type { WorkflowNames } from '../../../api/model.js';
import type { StudioModeler } from '../modeler/modeler.js';
import type { StudioElement } from '../modeler/element.js';

/** What a diagram may name: people of this installation, other workflows, and the decisions beside it. */
export interface StudioNames extends WorkflowNames {
  readonly processes: readonly { readonly id: string; readonly name: string }[];
  readonly decisions: readonly { readonly id: string; readonly name: string }[];
}

/** What each part of the panel is given. */
export interface PanelProps {
  readonly modeler: StudioModeler;
  readonly element: StudioElement;
  readonly names: StudioNames;
  /** Opens a decision table to edit it. */
  readonly onOpenTable: (decision: string) => void;
  /** Begins a decision table and gives its id. */
  readonly onNewTable: () => string;
}
