import { Injectable } from '@nestjs/common';
import { LeavingService, UnitChangeService } from '@lianban/casework';
import { CalendarChanges, MessageService, OutboxService, TimerHorizon } from '@lianban/engine';
import type { Duty } from '../duties.js';

/** The slower duties: queues what comes near, clears away what is done, lets terms follow changed calendars, and what is with people and units that are gone, others. */
@Injectable()
export class Upkeep {
  constructor(
    private readonly horizon: TimerHorizon,
    private readonly messages: MessageService,
    private readonly outbox: OutboxService,
    private readonly calendars: CalendarChanges,
    private readonly leaving: LeavingService,
    private readonly units: UnitChangeService,
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
      { name: 'people who left', run: () => this.leaving.followUp() },
      { name: 'units that changed', run: () => this.units.followUp() },
    ];
  }
}
