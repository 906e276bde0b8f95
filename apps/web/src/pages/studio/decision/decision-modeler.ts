import Modeler from 'dmn-js/lib/Modeler';
import 'dmn-js/dist/assets/diagram-js.css';
import 'dmn-js/dist/assets/dmn-js-shared.css';
import 'dmn-js/dist/assets/dmn-js-drd.css';
import 'dmn-js/dist/assets/dmn-js-decision-table.css';
import 'dmn-js/dist/assets/dmn-js-decision-table-controls.css';
import 'dmn-js/dist/assets/dmn-js-literal-expression.css';
import 'dmn-js/dist/assets/dmn-js-boxed-expression.css';
import 'dmn-js/dist/assets/dmn-js-boxed-expression-controls.css';
import 'dmn-js/dist/assets/dmn-font/css/dmn.css';
import type { Undoing } from '../modeler/undoing.js';
import { translateDecision } from './decision-words.js';

/** What people edit here: tables and formulas. The graph of a file and boxed functions stay as they are. */
const edited: ReadonlySet<string> = new Set(['decisionTable', 'literalExpression']);

class TableModeler extends Modeler {
  protected override _getViewProviders() {
    return super._getViewProviders().filter(({ id }) => edited.has(id));
  }
}

/** Data types that the engine tells apart in tables. */
const dataTypes = ['string', 'boolean', 'number', 'date', 'time', 'dateTime', 'dayTimeDuration', 'Any'];

/** The editor of a file with decisions: dmn-js behind the calls that the studio needs. */
export interface DecisionModeler extends Undoing {
  /** Reads a file; false when something in it would be lost if it were written again. */
  read(xml: string): Promise<boolean>;
  /** Shows a decision; false when it is written in a way that cannot be edited here. */
  show(decision: string): Promise<boolean>;
  xml(): Promise<string>;
  onChange(handle: () => void): void;
  /** Brings a rule of the table into view and marks it. */
  showRule(rule: string): void;
  destroy(): void;
}

/** Opens an editor in the container; the bpmn.io mark in its corner must stay visible (licence). */
export function createDecisionModeler(container: HTMLElement): DecisionModeler {
  const translated = { additionalModules: [{ translate: ['value', translateDecision] }] };
  const modeler = new TableModeler({
    container,
    common: { dataTypes, drd: { wheel: false } },
    decisionTable: translated,
    literalExpression: translated,
  });
  const handles: (() => void)[] = [];
  modeler.on('viewer.created', ({ viewer }) =>
    viewer.on('commandStack.changed', () => handles.forEach((handle) => handle())),
  );
  const stack = () => modeler.getActiveViewer()?.get<CommandStack>('commandStack');
  return {
    read: async (xml) => (await modeler.importXML(xml, { open: false })).warnings.length === 0,
    show: async (decision) => {
      const view = modeler.getViews().find(({ id }) => id === decision);
      if (view) await modeler.open(view);
      return view !== undefined;
    },
    xml: async () => (await modeler.saveXML({ format: true })).xml,
    onChange: (handle) => handles.push(handle),
    showRule: (rule) => {
      const row = container.querySelector(`[data-row-id="${CSS.escape(rule)}"]`);
      row?.scrollIntoView({ block: 'center' });
    },
    undo: () => stack()?.undo(),
    redo: () => stack()?.redo(),
    canUndo: () => stack()?.canUndo() ?? false,
    canRedo: () => stack()?.canRedo() ?? false,
    destroy: () => modeler.destroy(),
  };
}

type CommandStack = Undoing;
