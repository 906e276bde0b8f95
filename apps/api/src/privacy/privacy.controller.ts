import { Body, Controller, Get, Post } from '@nestjs/common';
import { ApiTags } from '@nestjs/swagger';
import { z } from 'zod';
import {
  PrivacySettings,
  privacyNoticeChangeSchema,
  watermarkChangeSchema,
  watermarkSchema,
  type Decided,
  type IdempotentRequest,
  type PrivacyNotice,
  type PrivacyNoticeChange,
  type Watermark,
  type WatermarkChange,
} from '@lianban/casework';
import type { Principal } from '@lianban/identity';
import { Idempotency } from '../http/idempotency.js';
import { Asker } from '../http/principal.js';
import { Limited } from '../http/rate-limit.js';
import { Route } from '../http/route.js';
import { decidedNoticeSchema, decidedWatermarkSchema, publicNoticeSchema } from './privacy.schema.js';

/** The mark of who looks, and what residents read of how their data is used. */
@ApiTags('privacy')
@Controller()
export class PrivacyController {
  readonly #settings: PrivacySettings;

  constructor(settings: PrivacySettings) {
    this.#settings = settings;
  }

  @Get('watermark')
  @Route({ summary: 'Where the mark of who looks stands', access: 'signed-in', answer: watermarkSchema })
  async getWatermark(): Promise<Watermark> {
    return await this.#settings.watermark();
  }

  @Get('public/privacy-notice')
  @Limited({ group: 'public-notice', perMinute: 120 })
  @Route({
    summary: 'How personal data is used, as residents read it before they file',
    access: 'public',
    answer: publicNoticeSchema,
    refuses: [429],
  })
  async getPrivacyNotice(): Promise<z.output<typeof publicNoticeSchema>> {
    return await this.#settings.notice();
  }

  @Get('privacy-settings/watermark')
  @Route({
    summary: 'What was decided of the mark, the newest first',
    access: 'system.manage',
    answer: z.array(decidedWatermarkSchema),
  })
  async listWatermarks(@Asker() asker: Principal): Promise<Decided<Watermark>[]> {
    return await this.#settings.watermarkDecisions(asker);
  }

  @Post('privacy-settings/watermark')
  @Route({
    summary: 'Decides where the mark stands',
    access: 'system.manage',
    answer: decidedWatermarkSchema,
    status: 201,
    refuses: [409, 422],
    idempotent: true,
  })
  async decideWatermark(
    @Asker() asker: Principal,
    @Body({ schema: watermarkChangeSchema }) change: WatermarkChange,
    @Idempotency() request: IdempotentRequest | undefined,
  ): Promise<Decided<Watermark>> {
    return await this.#settings.decideWatermark(asker, change, request);
  }

  @Get('privacy-settings/notice')
  @Route({
    summary: 'Versions of the notice that residents read, the newest first',
    access: 'system.manage',
    answer: z.array(decidedNoticeSchema),
  })
  async listPrivacyNotices(@Asker() asker: Principal): Promise<Decided<PrivacyNotice>[]> {
    return await this.#settings.noticeDecisions(asker);
  }

  @Post('privacy-settings/notice')
  @Route({
    summary: 'Changes the notice; requests that were filed keep the version that was read',
    access: 'system.manage',
    answer: decidedNoticeSchema,
    status: 201,
    refuses: [409, 422],
    idempotent: true,
  })
  async decidePrivacyNotice(
    @Asker() asker: Principal,
    @Body({ schema: privacyNoticeChangeSchema }) change: PrivacyNoticeChange,
    @Idempotency() request: IdempotentRequest | undefined,
  ): Promise<Decided<PrivacyNotice>> {
    return await this.#settings.decideNotice(asker, change, request);
  }
}
