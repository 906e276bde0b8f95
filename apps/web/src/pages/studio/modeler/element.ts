/** An element of the BPMN metamodel, as bpmn-moddle gives it. */
export interface ModdleObject {
  readonly $type: string;
  readonly id?: string;
  readonly name?: string;
  readonly $attrs?: Readonly<Record<string, string>>;
  get(name: string): unknown;
}

/** A drawn element of the editor. */
export interface StudioElement {
  readonly id: string;
  readonly type: string;
  readonly businessObject: ModdleObject;
  readonly parent?: StudioElement;
  readonly host?: StudioElement;
  readonly attachers?: readonly StudioElement[];
  readonly incoming?: readonly StudioElement[];
  readonly outgoing?: readonly StudioElement[];
  /** Of a flow. */
  readonly source?: StudioElement;
  readonly target?: StudioElement;
  readonly x: number;
  readonly y: number;
  readonly width: number;
  readonly height: number;
}

/** What an element is called on the screen: its name, or else its id. */
export function nameOf({ businessObject, id }: StudioElement): string {
  return businessObject.name?.trim() || id;
}

/** A text of the element; empty where it has none. */
export function textOf(of: ModdleObject | undefined, name: string): string {
  const value = of?.get(name);
  return typeof value === 'string' ? value : '';
}

/** A child or referenced element. */
export function childOf(of: ModdleObject | undefined, name: string): ModdleObject | undefined {
  const value = of?.get(name);
  return typeof value === 'object' && value !== null && '$type' in value ? (value as ModdleObject) : undefined;
}

/** Children or referenced elements. */
export function childrenOf(of: ModdleObject | undefined, name: string): readonly ModdleObject[] {
  const value = of?.get(name);
  return Array.isArray(value) ? (value as ModdleObject[]) : [];
}

/** Extension elements of a type, as `lianban:Outcome`. */
export function extensionsOf(of: ModdleObject, type: string): readonly ModdleObject[] {
  return childrenOf(childOf(of, 'extensionElements'), 'values').filter(({ $type }) => $type === type);
}

/** The first event definition of an event. */
export function definitionOf(event: StudioElement): ModdleObject | undefined {
  return childrenOf(event.businessObject, 'eventDefinitions')[0];
}

/** True for a boundary, intermediate or start event with a timer. */
export function isTimer(element: StudioElement): boolean {
  return definitionOf(element)?.$type === 'bpmn:TimerEventDefinition';
}
