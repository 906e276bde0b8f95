import { Injectable, type OnModuleInit } from '@nestjs/common';
import type { Variables } from '@lianban/bpmn';
import { Database } from '@lianban/platform';
import { engineTopics } from '../commands/outbox-row-of.js';
import { OutboxService } from '../outbox/outbox.service.js';
import type { OutboxEntry } from '../outbox/outbox.store.js';
import { MessageService } from './message.service.js';
import { SignalService } from './signal.service.js';

/** Delivers from the outbox the messages and signals that process instances throw. */
@Injectable()
export class ThrownEvents implements OnModuleInit {
  constructor(
    private readonly database: Database,
    private readonly outbox: OutboxService,
    private readonly messages: MessageService,
    private readonly signals: SignalService,
  ) {}

  onModuleInit(): void {
    this.outbox.register(engineTopics.message, (entry) => this.#message(entry));
    this.outbox.register(engineTopics.signal, (entry) => this.#signal(entry));
  }

  /** A repeated delivery is recognised by its idempotency key. */
  async #message({ payload, idempotencyKey }: OutboxEntry): Promise<void> {
    const message = payload as { name: string; correlation: Variables; variables: Variables };
    await this.database.transaction((tx) => this.messages.publish(tx, { ...message, idempotencyKey }));
  }

  /** A repeated delivery finds only those who did not get the signal yet. */
  async #signal({ payload, createdAt, idempotencyKey: id }: OutboxEntry): Promise<void> {
    const signal = payload as { name: string; variables: Variables };
    await this.signals.deliver({ ...signal, id, sentAt: createdAt });
  }
}
