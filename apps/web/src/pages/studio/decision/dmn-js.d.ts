/* dmn-js has no types; these are the parts that the studio uses. */

declare module 'dmn-js/lib/Modeler' {
  /** A decision, or all that a file defines. */
  interface DmnElement {
    readonly id?: string;
    readonly name?: string;
    readonly $type: string;
  }

  interface DmnView {
    readonly id?: string;
    readonly name?: string;
    readonly type: string;
    readonly element: DmnElement;
  }

  interface DmnViewer {
    get<T>(service: string): T;
    on(event: string, handle: () => void): void;
  }

  interface ViewProvider {
    readonly id: string;
  }

  export default class Modeler {
    constructor(options: {
      readonly container: HTMLElement;
      readonly common?: object;
      readonly decisionTable?: object;
      readonly literalExpression?: object;
    });
    importXML(xml: string, options?: { readonly open: boolean }): Promise<{ readonly warnings: readonly unknown[] }>;
    saveXML(options?: { readonly format: boolean }): Promise<{ readonly xml: string }>;
    open(view: DmnView): Promise<unknown>;
    getViews(): readonly DmnView[];
    getActiveViewer(): DmnViewer | undefined;
    on(event: string, handle: (event: { readonly viewer: DmnViewer }) => void): void;
    destroy(): void;
    protected _getViewProviders(): readonly ViewProvider[];
  }
}
