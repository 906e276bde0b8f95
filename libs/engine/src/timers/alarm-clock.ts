import { Inject, Injectable, Optional, type OnModuleDestroy } from '@nestjs/common';
import type { Logger } from 'pino';
import { carried, CLOCK, LOGGER, Queues, type Carried, type Clock, type Transaction } from '@lianban/platform';
import type { WriteDocument } from '../rows/write-document.js';
import { wakeUpsOf, type WakeUp } from './wake-ups.js';

/** How long wake-ups are gathered before they go to the queue together, in milliseconds. */
const gatherMs = 20;
/** Instants that this process remembers to have queued. */
const remembered = 10_000;

/**
 * Tells the workers through BullMQ when to look for due rows. Nothing depends on it: an entry that is lost, late or
 * doubled changes nothing, because the sweep looks as well and the rows alone decide. So adding never delays a command
 * and never fails one. Without queues it does nothing.
 */
@Injectable()
export class AlarmClock implements OnModuleDestroy {
  readonly #waiting = new Map<string, WakeUp & { readonly data: Carried }>();
  readonly #queued = new Set<string>();
  #flushing: NodeJS.Timeout | undefined;

  constructor(
    @Inject(CLOCK) private readonly clock: Clock,
    @Inject(LOGGER) private readonly log: Logger,
    @Optional() @Inject(Queues) private readonly queues?: Queues,
  ) {}

  /** Wakes the workers for what a unit of work wrote, once it is committed. */
  setAfterCommit(tx: Transaction, document: WriteDocument): void {
    if (!this.queues || !(document.timers || document.jobs || document.outbox)) return;
    const wakeUps = wakeUpsOf(document, this.clock.now());
    if (wakeUps.length > 0) tx.afterCommit(() => this.set(wakeUps));
  }

  /** Queues wake-ups soon. */
  set(wakeUps: readonly WakeUp[]): void {
    if (!this.queues) return;
    const data = carried();
    for (const wakeUp of wakeUps) {
      if (!this.#queued.has(wakeUp.id)) this.#waiting.set(wakeUp.id, { ...wakeUp, data });
    }
    if (this.#waiting.size > 0) this.#flushing ??= setTimeout(() => void this.#flush(), gatherMs);
  }

  /** What was not queued yet is left to the sweep. */
  onModuleDestroy(): void {
    clearTimeout(this.#flushing);
    this.#waiting.clear();
  }

  async #flush(): Promise<void> {
    this.#flushing = undefined;
    const wakeUps = [...this.#waiting.values()];
    this.#waiting.clear();
    const names = new Set(wakeUps.map(({ queue }) => queue));
    for (const name of names) {
      const own = wakeUps.filter(({ queue }) => queue === name);
      try {
        await this.queues?.queue(name).addBulk(own.map((wakeUp) => this.#entry(wakeUp)));
        for (const { id, at } of own) if (at) this.#remember(id);
      } catch (error) {
        this.log.warn({ err: error, queue: name }, 'wake-ups were not queued; the sweep will find what is due');
      }
    }
  }

  #entry({ id, at, data }: WakeUp & { readonly data: Carried }) {
    if (!at) return { name: 'wake-up', data, opts: {} };
    return {
      name: 'wake-up',
      data,
      opts: { jobId: id, delay: Math.max(at.getTime() - this.clock.now().getTime(), 0) },
    };
  }

  #remember(id: string): void {
    if (this.#queued.size >= remembered) this.#queued.clear();
    this.#queued.add(id);
  }
}
