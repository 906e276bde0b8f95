import type { Problem } from '@lianban/bpmn';
import type { CheckRequest } from './check.js';

interface Answer {
  readonly id: number;
  readonly problems?: readonly Problem[];
  readonly failure?: string;
}
interface Waiting {
  readonly resolve: (problems: readonly Problem[]) => void;
  readonly reject: (error: Error) => void;
}

/** Checks files in a worker, or in the page where the browser is too old for workers that are modules. */
export class Checker {
  readonly #worker: Worker | undefined;
  readonly #waiting = new Map<number, Waiting>();
  #lastId = 0;
  #broken = false;

  constructor() {
    try {
      this.#worker = new Worker(new URL('./lint.worker.ts', import.meta.url), { type: 'module' });
      this.#worker.addEventListener('message', ({ data }: MessageEvent<Answer>) => this.#answered(data));
      this.#worker.addEventListener('error', () => this.#fail());
    } catch {
      this.#broken = true; // an old browser: the page checks itself
    }
  }

  async check(request: CheckRequest): Promise<readonly Problem[]> {
    if (!this.#worker || this.#broken) return (await import('./check.js')).check(request);
    const worker = this.#worker;
    this.#lastId += 1;
    const id = this.#lastId;
    return await new Promise((resolve, reject) => {
      this.#waiting.set(id, { resolve, reject });
      worker.postMessage({ id, request });
    });
  }

  close(): void {
    this.#worker?.terminate();
  }

  #answered({ id, problems, failure }: Answer): void {
    const waiting = this.#waiting.get(id);
    this.#waiting.delete(id);
    if (problems) waiting?.resolve(problems);
    else waiting?.reject(new Error(failure));
  }

  #fail(): void {
    this.#broken = true;
    for (const { reject } of this.#waiting.values()) reject(new Error('the worker that checks diagrams has stopped'));
    this.#waiting.clear();
  }
}
