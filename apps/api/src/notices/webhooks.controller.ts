import { Body, Controller, Delete, Get, Param, Post } from '@nestjs/common';
import { ApiTags } from '@nestjs/swagger';
import {
  webhookSchema,
  WebhookService,
  type IdempotentRequest,
  type NewWebhook,
  type Webhook,
} from '@lianban/casework';
import type { Principal } from '@lianban/identity';
import { Idempotency } from '../http/idempotency.js';
import { Asker } from '../http/principal.js';
import { Route } from '../http/route.js';
import { webhookAnswerSchema, webhooksSchema } from './notice.schema.js';

/** Other systems that are told of cases. */
@ApiTags('webhooks')
@Controller('webhooks')
export class WebhooksController {
  readonly #webhooks: WebhookService;

  constructor(webhooks: WebhookService) {
    this.#webhooks = webhooks;
  }

  @Get()
  @Route({ summary: 'Webhooks in use', access: 'system.manage', answer: webhooksSchema })
  async listWebhooks(@Asker() asker: Principal): Promise<Webhook[]> {
    return await this.#webhooks.list(asker);
  }

  @Post()
  @Route({
    summary: 'Tells another system of events, signed',
    access: 'system.manage',
    answer: webhookAnswerSchema,
    status: 201,
    refuses: [422],
    idempotent: true,
  })
  async addWebhook(
    @Asker() asker: Principal,
    @Body({ schema: webhookSchema }) webhook: NewWebhook,
    @Idempotency() request: IdempotentRequest | undefined,
  ): Promise<Webhook> {
    return await this.#webhooks.add(asker, webhook, request);
  }

  @Post(':id/test')
  @Route({
    summary: 'Calls a webhook with the event `test`; its `lastCall` then tells what became of it',
    access: 'system.manage',
    answer: webhooksSchema,
    refuses: [404],
    idempotent: true,
  })
  async testWebhook(
    @Asker() asker: Principal,
    @Param('id') id: string,
    @Idempotency() request: IdempotentRequest | undefined,
  ): Promise<Webhook[]> {
    await this.#webhooks.test(asker, id, request);
    return await this.#webhooks.list(asker);
  }

  @Delete(':id')
  @Route({ summary: 'Ends a webhook', access: 'system.manage', answer: webhooksSchema, refuses: [404] })
  async endWebhook(@Asker() asker: Principal, @Param('id') id: string): Promise<Webhook[]> {
    await this.#webhooks.end(asker, id);
    return await this.#webhooks.list(asker);
  }
}
