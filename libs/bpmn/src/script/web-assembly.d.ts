/** The part of WebAssembly that is used here; every server and browser has it, TypeScript knows it with the DOM only. */
declare namespace WebAssembly {
  class Memory {
    constructor(pages: { readonly initial: number; readonly maximum: number });
    readonly buffer: ArrayBuffer;
  }
}
