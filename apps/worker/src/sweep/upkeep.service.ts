import { Injectable } from '@nestjs/common';
import { CalendarChanges, MessageService, OutboxService, TimerHorizon } from '@lianban/engine';
import type { Duty } from '../duties.js';

/** The slower duties of the engine: queues what comes near, clears away what is done, lets terms follow changed calendars. */
@Injectable()
export class Upkeep {
  constructor(
    private readonly horizon: TimerHorizon,
    private readonly messages: MessageService,
    private readonly outbox: OutboxService,
    private readonly calendars: CalendarChanges,
  ) {}

  /** The quicker duty, done by every sweep: messages and receivers that missed each other by a moment. */
  quick(): readonly Duty[] {
    return [{ name: 'buffered messages', run: () => this.messages.deliverBuffered() }];
  }

  slow(): readonly Duty[] {
    return [
      { name: 'timers that come near', run: () => this.horizon.queueUpcoming() },
      { name: 'expired messages', run: () => this.messages.removeExpired() },
      { name: 'delivered outbox', run: () => this.outbox.removeDelivered() },
      { name: 'changed calendars', run: () => this.calendars.followUp() },
    ];
  }
}
