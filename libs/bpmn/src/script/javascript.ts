import type { QuickJSContext, QuickJSHandle, QuickJSWASMModule } from 'quickjs-emscripten-core';
import type { Instant, JsonValue, Variables } from '../model/value.js';

/** What a script came to: its last value and what it set, or why it has none. */
export type ScriptResult =
  | { readonly ok: true; readonly value: JsonValue; readonly variables: Variables }
  | { readonly ok: false; readonly message: string };

/**
 * Pages of 64 KB that the interpreter has, from the start and at most: 32 MB. Its own limit counts too little when it is
 * compiled to WebAssembly.
 */
const memory = { initial: 256, maximum: 512 };
const stackLimit = 256 * 1024;
/** Interruptions after which a script is stopped; the interpreter interrupts itself each 10,000 operations or so. */
const mostInterruptions = 1_000;
/** Characters of what a script gives back. */
const mostText = 1_000_000;

/**
 * JavaScript of script tasks, in QuickJS compiled to WebAssembly: each script has a world of its own without files,
 * network, clock or chance, and limits of memory and operations, so the same script over the same variables always
 * comes to the same.
 */
export class JavaScript {
  constructor(private readonly quickjs: QuickJSWASMModule) {}

  /** Why a text is no script, with its line; undefined when it is one. */
  faultOf(source: string): string | undefined {
    return this.within((context) => {
      const result = context.evalCode(source, 'script', { type: 'global', compileOnly: true });
      if (!result.error) {
        result.value.dispose();
        return undefined;
      }
      return messageOf(context, result.error);
    });
  }

  /** Runs a script over variables, of which it gets copies. */
  run(source: string, variables: Variables, now: Instant): ScriptResult {
    return this.within((context) => {
      const prepared = context.evalCode(prelude, 'prelude');
      if (prepared.error) return { ok: false, message: messageOf(context, prepared.error) };
      const [prepare, texts] = [
        prepared.value,
        [JSON.stringify(variables), now].map((text) => context.newString(text)),
      ];
      const finish = context.callFunction(prepare, context.undefined, ...texts);
      for (const handle of [prepare, ...texts]) handle.dispose();
      if (finish.error) return { ok: false, message: messageOf(context, finish.error) };
      const outcome = this.evaluate(context, source, finish.value);
      finish.value.dispose();
      return outcome;
    });
  }

  private evaluate(context: QuickJSContext, source: string, finish: QuickJSHandle): ScriptResult {
    const result = context.evalCode(source, 'script', { type: 'global' });
    if (result.error) return { ok: false, message: messageOf(context, result.error) };
    const told = context.callFunction(finish, context.undefined, result.value);
    result.value.dispose();
    if (told.error) return { ok: false, message: messageOf(context, told.error) };
    const text = context.getString(told.value);
    told.value.dispose();
    if (text.length > mostText)
      return { ok: false, message: `its result has ${text.length} characters, of ${mostText} at most` };
    const { value, variables } = JSON.parse(text) as { value: JsonValue; variables: Variables };
    return { ok: true, value, variables };
  }

  private within<T>(work: (context: QuickJSContext) => T): T {
    const runtime = this.quickjs.newRuntime();
    try {
      runtime.setMaxStackSize(stackLimit);
      let interruptions = 0;
      runtime.setInterruptHandler(() => (interruptions += 1) > mostInterruptions);
      const context = runtime.newContext({ intrinsics });
      try {
        return work(context);
      } finally {
        context.dispose();
      }
    } finally {
      runtime.dispose();
    }
  }
}

/** Loads the interpreter, once for the life of the process; half a megabyte that only diagrams with such scripts need. */
export async function loadJavaScript(): Promise<JavaScript> {
  loading ??= load();
  return loading;
}

let loading: Promise<JavaScript> | undefined;

async function load(): Promise<JavaScript> {
  const { newQuickJSWASMModuleFromVariant, newVariant } = await import('quickjs-emscripten-core');
  const { default: variant } = await import('@jitl/quickjs-singlefile-mjs-release-sync');
  const bounded = newVariant(variant, { wasmMemory: new WebAssembly.Memory(memory) });
  return new JavaScript(await newQuickJSWASMModuleFromVariant(bounded));
}

/** No clock. Promises are there, as the interpreter needs them to refuse `import()`, but nobody waits for one. */
const intrinsics = {
  BaseObjects: true,
  Eval: true,
  StringNormalize: true,
  RegExp: true,
  RegExpCompiler: true,
  JSON: true,
  Proxy: true,
  MapSet: true,
  TypedArrays: true,
  BigInt: true,
  Date: false,
  Promise: true,
};

/**
 * Makes the variables global under their names, and `execution` as scripts of other engines expect it. Gives the function
 * that tells the outcome as JSON, with what it needs taken before the script can change it.
 */
const prelude = `(function (text, now) {
  'use strict';
  const { parse, stringify } = JSON;
  const { keys, defineProperty, prototype } = Object;
  const has = prototype.hasOwnProperty.call.bind(prototype.hasOwnProperty);
  const variables = parse(text);
  const changed = {};
  const publish = (name, value) => {
    if (!has(globalThis, name) || has(published, name)) {
      published[name] = true;
      defineProperty(globalThis, name, { value, writable: true, configurable: true });
    }
  };
  const published = {};
  for (const name of keys(variables)) publish(name, variables[name]);
  publish('now', now);
  globalThis.execution = {
    getVariable: (name) => (has(variables, name) ? variables[name] : null),
    hasVariable: (name) => has(variables, name),
    getVariables: () => parse(stringify(variables)),
    setVariable: (name, value) => {
      const kept = value === undefined ? null : value;
      defineProperty(changed, name, { value: kept, enumerable: true, writable: true, configurable: true });
      defineProperty(variables, name, { value: kept, enumerable: true, writable: true, configurable: true });
      publish(name, kept);
    },
  };
  // What the interpreter does within itself it does not interrupt, so its long loops are refused beforehand.
  const { apply, ownKeys } = Reflect;
  const guard = (owner, name, tooMuch) => {
    const original = owner[name];
    const value = function (...args) {
      if (tooMuch(this, args)) throw new RangeError(String(name) + '() over so many items is not available');
      return apply(original, this, args);
    };
    defineProperty(owner, name, { value, writable: true, configurable: true });
  };
  for (const name of ownKeys(Array.prototype))
    if (name !== 'constructor' && typeof Array.prototype[name] === 'function')
      guard(Array.prototype, name, (list) => list.length > 1e6);
  for (const name of ['indexOf', 'lastIndexOf', 'includes', 'split', 'replace', 'replaceAll'])
    guard(String.prototype, name, (text, [part]) => typeof part === 'string' && text.length * part.length > 1e8);
  Math.random = () => {
    throw new Error('Math.random() is not available: the same variables must give the same result');
  };
  return (value) => {
    const result = stringify(value);
    return '{"value":' + (result === undefined ? 'null' : result) + ',"variables":' + stringify(changed) + '}';
  };
})`;

function messageOf(context: QuickJSContext, error: QuickJSHandle): string {
  const told: unknown = context.dump(error);
  error.dispose();
  if (typeof told !== 'object' || told === null) return String(told);
  const { name = 'Error', message = '', stack = '' } = told as { name?: string; message?: string; stack?: string };
  const line = /script:(\d+)/.exec(stack)?.[1];
  const limit = /interrupted/.test(message) ? 'it takes too many operations' : `${name}: ${message}`;
  return line === undefined ? limit : `${limit} (line ${line})`;
}
