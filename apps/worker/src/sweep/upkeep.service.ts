import { Injectable } from '@nestjs/common';
import { LeavingService, UnitChangeService } from '@lianban/casework';
import { CalendarChanges, MessageService, OutboxService, TimerHorizon } from '@lianban/engine';

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
  async introduce(): Promise<void> {
    await this.messages.deliverBuffered();
  }

  async look(): Promise<void> {
    await this.horizon.queueUpcoming();
    await this.messages.removeExpired();
    await this.outbox.removeDelivered();
    await this.calendars.followUp();
    await this.leaving.followUp();
    await this.units.followUp();
  }
}
