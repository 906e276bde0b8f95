import { Controller, Get, Query } from '@nestjs/common';
import { ApiTags } from '@nestjs/swagger';
import { DeliveryLog, type DeliveryItem, type DeliveryQuery } from '@lianban/casework';
import type { Principal } from '@lianban/identity';
import type { Page } from '@lianban/platform';
import { Asker } from '../http/principal.js';
import { Route } from '../http/route.js';
import { deliveriesSchema, deliveryQuerySchema } from './notice.schema.js';

/** The log of what was sent. */
@ApiTags('notices')
@Controller('deliveries')
export class DeliveriesController {
  readonly #log: DeliveryLog;

  constructor(log: DeliveryLog) {
    this.#log = log;
  }

  @Get()
  @Route({
    summary: 'What was sent by mail, SMS and WeCom, the newest first',
    access: 'system.manage',
    answer: deliveriesSchema,
  })
  async listDeliveries(
    @Asker() asker: Principal,
    @Query({ schema: deliveryQuerySchema }) query: DeliveryQuery,
  ): Promise<Page<DeliveryItem>> {
    return await this.#log.list(asker, query);
  }
}
