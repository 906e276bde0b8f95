import { childOf, childrenOf, definitionOf, type ModdleObject, type StudioElement } from './element.js';

interface Point {
  readonly x: number;
  readonly y: number;
}
interface Modeling {
  updateProperties(element: StudioElement, properties: object): void;
  updateModdleProperties(element: StudioElement, of: ModdleObject, properties: object): void;
  updateLabel(element: StudioElement, text: string): void;
  createShape(shape: object, at: Point, parent: StudioElement, hints?: { attach: boolean }): StudioElement;
  appendShape(source: StudioElement, shape: object, at: Point, parent?: StudioElement): StudioElement;
  connect(source: StudioElement, target: StudioElement): StudioElement;
  reconnectEnd(flow: StudioElement, target: StudioElement, at: Point): void;
  removeElements(elements: readonly StudioElement[]): void;
}
interface Services {
  modeling: Modeling;
  moddle: { create(type: string, properties?: object): ModdleObject };
  elementFactory: { createShape(attributes: object): object };
  directEditing: { cancel(): void };
  autoPlace: { append(source: StudioElement, shape: object): StudioElement };
  commandStack: {
    registerHandler(name: string, handler: unknown): void;
    execute(name: string, context: object): void;
  };
}

/** How the studio changes a diagram; every change can be undone. */
export interface Editing {
  /** All that the function changes is undone in one step. */
  atOnce(change: () => void): void;
  rename(element: StudioElement, name: string): void;
  /** Sets properties; undefined takes one away. */
  set(element: StudioElement, properties: Readonly<Record<string, unknown>>): void;
  /** The same for something inside the element, such as its timer. */
  setInner(element: StudioElement, inner: ModdleObject, properties: Readonly<Record<string, unknown>>): void;
  /** Puts these in place of the extension elements of their type, and leaves the others alone. */
  setExtensions(element: StudioElement, type: string, all: readonly Readonly<Record<string, string>>[]): void;
  /** Sets an expression, such as the condition of a flow; an empty one is taken away. */
  setExpression(element: StudioElement, inner: ModdleObject, property: string, text: string): void;
  /** What the element says about itself, for readers of the diagram. */
  setDocumentation(element: StudioElement, text: string): void;
  append(source: StudioElement, type: string): StudioElement;
  appendAt(source: StudioElement, type: string, at: Point): StudioElement;
  /** A timer on the lower edge of a step, `part` of the way from its left to its right. */
  attachTimer(host: StudioElement, part: number): StudioElement;
  connect(source: StudioElement, target: StudioElement): StudioElement;
  lead(flow: StudioElement, target: StudioElement): void;
  remove(...elements: readonly StudioElement[]): void;
}

/** Changes by the services of a bpmn-js editor. */
export function createEditing(get: <T>(name: string) => T): Editing {
  const service = <K extends keyof Services>(name: K): Services[K] => get<Services[K]>(name);
  const modeling = service('modeling');
  const stack = service('commandStack');
  const create = (type: string, properties?: object) => service('moddle').create(type, properties);
  const shape = (attributes: object) => service('elementFactory').createShape(attributes);
  // Commands that are carried out before a command that does nothing itself are undone together with it.
  stack.registerHandler('studio.at-once', function atOnceHandler(this: { preExecute: unknown }) {
    this.preExecute = ({ change }: { change: () => void }) => change();
  });
  const editing: Editing = {
    atOnce: (change) => stack.execute('studio.at-once', { change }),
    rename: (element, name) => modeling.updateLabel(element, name),
    set: (element, properties) => modeling.updateProperties(element, properties),
    setInner: (element, inner, properties) => modeling.updateModdleProperties(element, inner, properties),
    setExtensions: (element, type, all) => {
      const { businessObject } = element;
      const before = childOf(businessObject, 'extensionElements');
      const present = childrenOf(before, 'values');
      const first = present.findIndex(({ $type }) => $type === type);
      const values = present.filter(({ $type }) => $type !== type);
      values.splice(first < 0 ? values.length : first, 0, ...all.map((properties) => create(type, properties)));
      if (before) return modeling.updateModdleProperties(element, before, { values });
      modeling.updateProperties(element, { extensionElements: create('bpmn:ExtensionElements', { values }) });
    },
    setExpression: (element, inner, property, text) => {
      const body = text.trim();
      const value = body === '' ? undefined : create('bpmn:FormalExpression', { body });
      modeling.updateModdleProperties(element, inner, { [property]: value });
    },
    setDocumentation: (element, text) => {
      const documentation = text.trim() === '' ? [] : [create('bpmn:Documentation', { text: text.trim() })];
      modeling.updateProperties(element, { documentation });
    },
    append: (source, type) => {
      const drawn = service('autoPlace').append(source, shape({ type }));
      // The editor would let people type a name now, and take an empty one for what they typed.
      service('directEditing').cancel();
      return drawn;
    },
    appendAt: (source, type, at) => modeling.appendShape(source, shape({ type }), at),
    attachTimer: (host, part) => {
      const attributes = { type: 'bpmn:BoundaryEvent', eventDefinitionType: 'bpmn:TimerEventDefinition' };
      const at = { x: Math.round(host.x + host.width * part), y: host.y + host.height };
      const event = modeling.createShape(shape(attributes), at, host, { attach: true });
      const definition = definitionOf(event);
      if (!definition) throw new Error('expected a new timer to have its definition');
      return event;
    },
    connect: (source, target) => modeling.connect(source, target),
    lead: (flow, target) =>
      modeling.reconnectEnd(flow, target, { x: target.x + target.width / 2, y: target.y + target.height / 2 }),
    remove: (...elements) => modeling.removeElements(elements),
  };
  return editing;
}
