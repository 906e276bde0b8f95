import { Body, Controller, Get, Post, Put, Query } from '@nestjs/common';
import { ApiTags } from '@nestjs/swagger';
import type { z } from 'zod';
import {
  DeliveryService,
  noticeAddressSchema,
  NoticeService,
  readingSchema,
  type Notice,
  type NoticeAddress,
  type NoticeChannel,
  type Reading,
} from '@lianban/casework';
import type { Principal } from '@lianban/identity';
import type { Page } from '@lianban/platform';
import { Asker } from '../http/principal.js';
import { Route } from '../http/route.js';
import {
  addressAnswerSchema,
  noticeQuerySchema,
  noticesSchema,
  residentChannelsSchema,
  unreadSchema,
} from './notice.schema.js';

type AddressAnswer = NoticeAddress & { readonly available: readonly NoticeChannel[] };

/** What the person who asks was told. */
@ApiTags('notices')
@Controller()
export class NoticesController {
  readonly #notices: NoticeService;
  readonly #deliveries: DeliveryService;

  constructor(notices: NoticeService, deliveries: DeliveryService) {
    this.#notices = notices;
    this.#deliveries = deliveries;
  }

  @Get('notices')
  @Route({ summary: 'One page of the own notices, the newest first', access: 'signed-in', answer: noticesSchema })
  async listNotices(
    @Asker() asker: Principal,
    @Query({ schema: noticeQuerySchema }) query: z.output<typeof noticeQuerySchema>,
  ): Promise<Page<Notice> & { unread: number }> {
    return await this.#notices.list(asker, query);
  }

  @Post('notices/read')
  @Route({ summary: 'Marks own notices as read', access: 'signed-in', answer: unreadSchema, idempotent: true })
  async readNotices(
    @Asker() asker: Principal,
    @Body({ schema: readingSchema }) reading: Reading,
  ): Promise<{ unread: number }> {
    await this.#notices.read(asker, reading);
    const { unread } = await this.#notices.list(asker, { limit: 1 });
    return { unread };
  }

  @Get('public/notice-channels')
  @Route({ summary: 'How residents can be told of their request', access: 'public', answer: residentChannelsSchema })
  getResidentChannels(): { sms: boolean } {
    return { sms: this.#deliveries.channels.includes('sms') };
  }

  @Get('me/notice-address')
  @Route({ summary: 'Where one is told things beside the product', access: 'signed-in', answer: addressAnswerSchema })
  async getNoticeAddress(@Asker() asker: Principal): Promise<AddressAnswer> {
    return await this.#notices.address(asker);
  }

  @Put('me/notice-address')
  @Route({ summary: 'Changes where one is told things', access: 'signed-in', answer: addressAnswerSchema })
  async setNoticeAddress(
    @Asker() asker: Principal,
    @Body({ schema: noticeAddressSchema }) address: NoticeAddress,
  ): Promise<AddressAnswer> {
    await this.#notices.setAddress(asker, address);
    return await this.#notices.address(asker);
  }
}
