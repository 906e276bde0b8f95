import { Injectable } from '@nestjs/common';
import { DeliveryService, NoticeCollector, NoticeWriter } from '@lianban/casework';
import type { Duty } from '../duties.js';

/** What is looked after in notices while time goes by. Several processes may do it at once. */
@Injectable()
export class NoticeDuties {
  constructor(
    private readonly notices: NoticeWriter,
    private readonly collector: NoticeCollector,
    private readonly deliveries: DeliveryService,
  ) {}

  /** Tells people what runs out soon, gathers what goes out together, and lets go what waited for the morning. */
  list(): readonly Duty[] {
    return [
      { name: 'warnings', run: () => this.notices.warn() },
      { name: 'collected notices', run: () => this.collector.collect() },
      { name: 'deliveries', run: () => this.deliveries.release() },
    ];
  }
}
