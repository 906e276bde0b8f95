/** An element of a parsed BPMN or DMN file: its type, its attributes and children under their names in the metamodel. */
export interface ModdleElement {
  readonly $type: string;
  readonly id?: string;
  readonly name?: string;
  readonly $attrs?: Readonly<Record<string, string>>;
  readonly $children?: readonly ModdleElement[];
  readonly $body?: string;
  readonly $parent?: ModdleElement;
  readonly [property: string]: unknown;
}

/** What the moddle parsers give. */
export interface ParsedXml {
  readonly rootElement: ModdleElement;
  readonly elementsById: Readonly<Record<string, ModdleElement>>;
  readonly references: readonly { readonly element: ModdleElement; readonly property: string; readonly id: string }[];
  readonly warnings: readonly {
    readonly message: string;
    readonly element?: ModdleElement;
    readonly property?: string;
    readonly value?: string;
  }[];
}

/** The child or referenced element under a name, if there is one. */
export function elementOf(element: ModdleElement, property: string): ModdleElement | undefined {
  const value = element[property];
  return typeof value === 'object' && value !== null && '$type' in value ? (value as ModdleElement) : undefined;
}

/** The children or referenced elements under a name, in document order. */
export function elementsOf(element: ModdleElement, property: string): readonly ModdleElement[] {
  const value = element[property];
  return Array.isArray(value) ? (value as ModdleElement[]) : [];
}

/** A text attribute or the text inside a child element; undefined when absent or blank. */
export function textOf(element: ModdleElement | undefined, property: string): string | undefined {
  const value = element?.[property];
  const text =
    typeof value === 'object' && value !== null
      ? ((value as ModdleElement)['body'] ?? (value as ModdleElement)['text'])
      : value;
  return typeof text === 'string' && text.trim() !== '' ? text.trim() : undefined;
}

/** True for a type of the metamodel, e.g. `isType(element, 'bpmn:UserTask')`. */
export function isType(element: ModdleElement, ...types: readonly string[]): boolean {
  return types.includes(element.$type);
}
