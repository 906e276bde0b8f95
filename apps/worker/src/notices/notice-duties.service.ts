import { Injectable } from '@nestjs/common';
import { DeliveryService, NoticeCollector, NoticeWriter } from '@lianban/casework';

/** What is looked after in notices while time goes by. Several processes may do it at once. */
@Injectable()
export class NoticeDuties {
  constructor(
    private readonly notices: NoticeWriter,
    private readonly collector: NoticeCollector,
    private readonly deliveries: DeliveryService,
  ) {}

  /** Tells people what runs out soon, gathers what goes out together, and lets go what waited for the morning. */
  async look(): Promise<void> {
    await this.notices.warn();
    await this.collector.collect();
    await this.deliveries.release();
  }
}
