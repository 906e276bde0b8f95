import { Inject, Injectable } from '@nestjs/common';
import type { Variables } from '@lianban/bpmn';
import { CLOCK, Database, newId, type Clock, type Transaction } from '@lianban/platform';
import { CommandRuns } from '../commands/command-runs.js';
import { UnitOfWork } from '../commands/unit-of-work.js';
import { InstanceUnknownError, MessageNotTakenError } from '../engine.errors.js';
import { StartService } from '../starts/start.service.js';
import { MessageStore, type Message, type Receiver } from './message.store.js';

/** How long a message waits for a receiver unless it says otherwise. */
const defaultTimeToLiveMs = 24 * 60 * 60 * 1_000;

/** A message for the one instance that waits for its name and values. */
export interface PublishRequest {
  readonly name: string;
  readonly correlation?: Variables;
  readonly variables?: Variables;
  /** A second message with the same key changes nothing. */
  readonly idempotencyKey?: string;
  /** Milliseconds that it may wait for a receiver; default one day. */
  readonly timeToLiveMs?: number;
  /** How the domain names what the instance is about that waits for this message, or that it starts. */
  readonly businessKey?: string;
  /** The one instance that it is for. */
  readonly instanceId?: string;
  /** True: when nobody takes it now, it is refused instead of kept. */
  readonly orRefuse?: boolean;
}

/**
 * What became of a message. An instance that is merely busy is waited for, so `buffered` means that nobody waits and no
 * process starts by it.
 */
export type PublishResult =
  | { readonly outcome: 'delivered'; readonly messageId: string; readonly instanceId: string }
  | { readonly outcome: 'started'; readonly messageId: string; readonly instanceId: string }
  | { readonly outcome: 'buffered'; readonly messageId: string; readonly expiresAt: Date }
  | { readonly outcome: 'duplicate' };

/** Messages between the world and process instances: each is consumed once, by one receiver. */
@Injectable()
export class MessageService {
  constructor(
    private readonly database: Database,
    private readonly store: MessageStore,
    private readonly runs: CommandRuns,
    private readonly work: UnitOfWork,
    private readonly starts: StartService,
    @Inject(CLOCK) private readonly clock: Clock,
  ) {}

  /**
   * Delivers a message to whoever has waited longest, starts the process that it is for, or keeps it until somebody
   * waits.
   *
   * @throws CorrelationTooWideError invalid `correlation-too-wide`
   * @throws MessageNotTakenError invalid `message-not-taken`, with `orRefuse`
   */
  async publish(tx: Transaction, request: PublishRequest): Promise<PublishResult> {
    const publishedAt = this.clock.now();
    const expiresAt = new Date(publishedAt.getTime() + (request.timeToLiveMs ?? defaultTimeToLiveMs));
    const { name, correlation = {}, variables = {} } = request;
    const message: Message = { id: newId(), name, correlation, variables };
    const idempotencyKey = request.idempotencyKey ?? null;
    const isNew = await this.store.insert(tx, { ...message, idempotencyKey, publishedAt, expiresAt });
    if (!isNew) return { outcome: 'duplicate' };

    const { businessKey, instanceId: only } = request;
    const receiver = await this.store.findReceiver(tx, name, correlation, { businessKey, instanceId: only });
    if (receiver && (await this.#deliver(tx, message, receiver))) {
      return { outcome: 'delivered', messageId: message.id, instanceId: receiver.instanceId };
    }
    const instanceId = only === undefined ? await this.#start(tx, message, businessKey) : undefined;
    if (instanceId !== undefined) return { outcome: 'started', messageId: message.id, instanceId };
    if (request.orRefuse) throw new MessageNotTakenError(name);
    return { outcome: 'buffered', messageId: message.id, expiresAt };
  }

  /**
   * Delivers buffered messages for which somebody waits by now: those whose publication and whose receiver were
   * committed at the same moment and did not see each other. Each in its own transaction.
   */
  async deliverBuffered({ limit = 100 } = {}): Promise<number> {
    let delivered = 0;
    for (const message of await this.store.deliverable(this.database, this.clock.now(), limit)) {
      const done = await this.database.transaction(async (tx) => {
        const receiver = await this.store.findReceiver(tx, message.name, message.correlation);
        if (receiver) return this.#deliver(tx, message, receiver);
        return (await this.#start(tx, message)) !== undefined;
      });
      if (done) delivered += 1;
    }
    return delivered;
  }

  /** The instance that a message starts; its correlation values become variables too. */
  async #start(tx: Transaction, message: Message, businessKey?: string): Promise<string | undefined> {
    const variables = { ...message.correlation, ...message.variables };
    return this.starts.byMessage(tx, { name: message.name, variables, businessKey }, async (by) => {
      return (await this.store.consume(tx, message.id, { by, at: this.clock.now() })) !== undefined;
    });
  }

  /** Forgets messages that nobody waited for in time, and the keys of old ones. */
  async removeExpired({ limit = 1_000 } = {}): Promise<number> {
    return this.store.removeExpired(this.database, this.clock.now(), limit);
  }

  /** False when the receiver went on in the meantime or the message is in other hands: the sweep looks again. */
  async #deliver(tx: Transaction, message: Message, { instanceId, key }: Receiver): Promise<boolean> {
    const run = this.runs.begin(tx);
    const instance = await this.runs.lock(tx, run, instanceId).catch((error: unknown) => {
      if (error instanceof InstanceUnknownError) return undefined;
      throw error;
    });
    if (!instance?.state?.subscriptions[key]) return false;
    if (!(await this.store.consume(tx, message.id, { by: instanceId, at: run.now }))) return false;
    const { variables } = message;
    const rejection = await run.carryOut(
      instance,
      { type: 'trigger-subscription', key, variables },
      { actor: 'system' },
    );
    if (rejection)
      throw new Error(`subscription ${instanceId}.${key} stands but refused a message: ${rejection.message}`);
    await this.work.finish(tx, run);
    return true;
  }
}
