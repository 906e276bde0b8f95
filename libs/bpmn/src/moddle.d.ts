/* bpmn-moddle and dmn-moddle describe their trees per element type only; the readers need the generic shape. */

declare module 'bpmn-moddle' {
  export class BpmnModdle {
    constructor(packages?: Record<string, unknown>);
    fromXML(xml: string): Promise<import('./reader/moddle-element.js').ParsedXml>;
    toXML(element: unknown, options?: { format?: boolean }): Promise<{ xml: string }>;
  }
}

declare module 'dmn-moddle' {
  export class DmnModdle {
    constructor(packages?: Record<string, unknown>);
    getPackage(prefix: string): { readonly types: readonly object[] };
    fromXML(xml: string): Promise<import('./reader/moddle-element.js').ParsedXml>;
  }
}
