import { createHmac } from 'node:crypto';
import { Inject, Injectable, type OnModuleInit } from '@nestjs/common';
import { WebhookService, webhookTopic, type WebhookCall } from '@lianban/casework';
import { OutboxService, type OutboxEntry } from '@lianban/engine';
import { CLOCK, type Clock } from '@lianban/platform';

/** How long a receiver may keep one waiting, in milliseconds. */
const patience = 10_000;

/**
 * Makes the calls of the outbox. `Lianban-Signature` is `t=<unix seconds>,v1=<hex>`: the HMAC-SHA256 of `<t>.<body>` with
 * the webhook's secret. `Lianban-Delivery` is the same at every attempt. Redirections are not followed.
 */
@Injectable()
export class WebhookSender implements OnModuleInit {
  constructor(
    private readonly outbox: OutboxService,
    private readonly webhooks: WebhookService,
    @Inject(CLOCK) private readonly clock: Clock,
  ) {}

  onModuleInit(): void {
    this.outbox.register(webhookTopic, (entry) => this.#call(entry));
  }

  async #call({ id, payload }: OutboxEntry): Promise<void> {
    try {
      const call = await this.webhooks.callOf(payload);
      if (!call) return;
      await this.#send(id, call);
    } catch (error) {
      await this.webhooks.keepCall(payload, error instanceof Error ? error.message : String(error));
      throw error;
    }
    await this.webhooks.keepCall(payload, null);
  }

  async #send(id: string, { url, secret, body }: WebhookCall): Promise<void> {
    const seconds = Math.floor(this.clock.now().getTime() / 1_000);
    const signature = createHmac('sha256', secret).update(`${seconds}.${body}`).digest('hex');
    const answer = await fetch(url, {
      method: 'POST',
      body,
      redirect: 'manual',
      signal: AbortSignal.timeout(patience),
      headers: {
        'content-type': 'application/json',
        'lianban-delivery': id,
        'lianban-signature': `t=${seconds},v1=${signature}`,
      },
    });
    await answer.body?.cancel();
    if (!answer.ok) throw new Error(`${new URL(url).host} answered ${answer.status}: expected 2xx`);
  }
}
