import type { Clock } from '@lianban/platform';

const minute = 60_000;
/** What takes longer than this is not counted anew for the rest of its minute. Milliseconds. */
const dear = 1_000;
/** How many counts run at once: the others wait, so that connections are left to those who work on cases. */
const mostAtOnce = 4;

interface Kept {
  readonly minute: number;
  readonly value: Promise<unknown>;
}

/** Counts of this process: the same is counted once for all who ask at a time, and what is dear once a minute. */
export class KeptCounts {
  readonly #clock: Clock;
  readonly #kept = new Map<string, Kept>();
  readonly #waiting: (() => void)[] = [];
  #running = 0;

  constructor(clock: Clock) {
    this.#clock = clock;
  }

  /** @param key tells apart all on which the count depends, but the present instant */
  async of<T>(key: string, count: () => Promise<T>): Promise<T> {
    const now = this.#minute();
    const known = this.#kept.get(key);
    if (known?.minute === now) return (await known.value) as T;
    for (const [each, { minute: at }] of this.#kept) if (at !== now) this.#kept.delete(each);
    const value: Promise<T> = this.#run(count, () => this.#drop(key, value));
    this.#kept.set(key, { minute: now, value });
    return await value;
  }

  async #run<T>(count: () => Promise<T>, drop: () => void): Promise<T> {
    if (this.#running >= mostAtOnce) await new Promise<void>((resolve) => this.#waiting.push(resolve));
    else this.#running += 1;
    const began = this.#clock.now().getTime();
    let kept = false;
    try {
      const result = await count();
      kept = this.#clock.now().getTime() - began >= dear;
      return result;
    } finally {
      if (!kept) drop();
      const next = this.#waiting.shift();
      if (next) next();
      else this.#running -= 1;
    }
  }

  #drop(key: string, value: Promise<unknown>): void {
    if (this.#kept.get(key)?.value === value) this.#kept.delete(key);
  }

  #minute(): number {
    return Math.floor(this.#clock.now().getTime() / minute);
  }
}
