import { Inject, Injectable, type OnModuleDestroy, type OnModuleInit } from '@nestjs/common';
import { DeliveryService, deliveryTopic, type HandOver, type NoticeChannel, type Parcel } from '@lianban/casework';
import { mostOutboxAttempts, OutboxService, type OutboxEntry } from '@lianban/engine';
import { CLOCK, CONFIG, type Clock, type Config } from '@lianban/platform';
import type { Carrier } from './carrier.js';
import { CarryError, isSilence, plainError } from './carry-error.js';
import { MailCarrier } from './mail-carrier.js';
import { SmsCarrier } from './sms-carrier.js';
import { WecomCarrier } from './wecom-carrier.js';

/** How long a gateway that kept one waiting in vain is left alone, in milliseconds, so that the outbox goes on. */
const rest = 30_000;

/** Hands what the outbox holds over to the mail server and the gateways that are set up. */
@Injectable()
export class DeliverySender implements OnModuleInit, OnModuleDestroy {
  readonly #carriers: ReadonlyMap<NoticeChannel, Carrier>;
  readonly #restUntil = new Map<NoticeChannel, number>();

  constructor(
    private readonly outbox: OutboxService,
    private readonly deliveries: DeliveryService,
    @Inject(CLOCK) private readonly clock: Clock,
    @Inject(CONFIG) config: Config,
  ) {
    this.#carriers = carriersOf(config);
  }

  onModuleInit(): void {
    for (const [channel, carrier] of this.#carriers)
      this.outbox.register(deliveryTopic(channel), (entry) => this.#send(channel, carrier, entry));
  }

  onModuleDestroy(): void {
    for (const carrier of this.#carriers.values()) carrier.close?.();
  }

  async #send(channel: NoticeChannel, carrier: Carrier, { payload, attempts }: OutboxEntry): Promise<void> {
    const parcel = await this.deliveries.open(payload);
    if (!parcel) return;
    let answer: HandOver;
    try {
      answer = await this.#carry(channel, carrier, parcel);
    } catch (error) {
      const plain = plainError(channel, error); // the outbox keeps and logs it too
      await this.deliveries.putOff(parcel, channel, { error: plain.message, last: attempts >= mostOutboxAttempts });
      throw plain;
    }
    await this.deliveries.close(parcel, channel, answer);
  }

  async #carry(channel: NoticeChannel, carrier: Carrier, parcel: Parcel): Promise<HandOver> {
    if ((this.#restUntil.get(channel) ?? 0) > this.clock.now().getTime())
      throw new CarryError(`${channel} did not answer a moment ago and is left alone; it is tried again`);
    try {
      return await carrier.carry(parcel);
    } catch (error) {
      if (isSilence(error)) this.#restUntil.set(channel, this.clock.now().getTime() + rest);
      throw error;
    }
  }
}

function carriersOf({ smtpUrl, mailFrom, sms, wecom }: Config): Map<NoticeChannel, Carrier> {
  const carriers = new Map<NoticeChannel, Carrier>();
  if (smtpUrl !== undefined) carriers.set('mail', new MailCarrier(smtpUrl, mailFrom));
  if (sms) carriers.set('sms', new SmsCarrier(sms));
  if (wecom) carriers.set('wecom', new WecomCarrier(wecom));
  return carriers;
}
