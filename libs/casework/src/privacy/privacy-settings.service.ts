import { Injectable } from '@nestjs/common';
import type { ZodType } from 'zod';
import { AccessService, type Principal } from '@lianban/identity';
import type { IdempotentRequest } from '../requests/idempotent-request.js';
import { Settings } from '../settings/settings.service.js';
import {
  privacyNoticeSchema,
  watermarkSchema,
  type Decided,
  type PrivacyNotice,
  type PrivacyNoticeChange,
  type Watermark,
  type WatermarkChange,
} from './privacy-settings.js';

/** How many decisions are shown. */
const shown = 20;

/** What is decided about personal data: whether pages and papers carry the mark of who looks, and what residents read. */
@Injectable()
export class PrivacySettings {
  readonly #settings: Settings;
  readonly #access: AccessService;

  constructor(settings: Settings, access: AccessService) {
    this.#settings = settings;
    this.#access = access;
  }

  /** Where the mark stands now; for everybody who works here. */
  async watermark(): Promise<Watermark> {
    const [row] = await this.#settings.latest('watermark');
    return watermarkSchema.parse(row?.value);
  }

  /** What residents read now, with its version. */
  async notice(): Promise<PrivacyNotice & { readonly version: number }> {
    const [row] = await this.#settings.latest('privacy-notice');
    return { ...privacyNoticeSchema.parse(row?.value), version: row?.version ?? 0 };
  }

  /** @throws permission-missing */
  async watermarkDecisions(principal: Principal): Promise<Decided<Watermark>[]> {
    return await this.#decisions(principal, 'watermark', watermarkSchema);
  }

  /** @throws permission-missing */
  async noticeDecisions(principal: Principal): Promise<Decided<PrivacyNotice>[]> {
    return await this.#decisions(principal, 'privacy-notice', privacyNoticeSchema);
  }

  /** @throws permission-missing, entry-changed */
  async decideWatermark(
    principal: Principal,
    change: WatermarkChange,
    request?: IdempotentRequest,
  ): Promise<Decided<Watermark>> {
    return await this.#decide(principal, 'watermark', change, request);
  }

  /** Requests that were filed before keep the version that was read. @throws permission-missing, entry-changed */
  async decideNotice(
    principal: Principal,
    change: PrivacyNoticeChange,
    request?: IdempotentRequest,
  ): Promise<Decided<PrivacyNotice>> {
    return await this.#decide(principal, 'privacy-notice', change, request);
  }

  async #decisions<Value>(principal: Principal, key: string, schema: ZodType<Value>): Promise<Decided<Value>[]> {
    this.#access.require(principal, 'system.manage');
    const rows = await this.#settings.latest(key, shown);
    return rows.map(({ value, at, ...row }) => ({ ...row, value: schema.parse(value), at: at.toISOString() }));
  }

  async #decide<Value>(
    principal: Principal,
    key: string,
    { version, value, note }: Pick<Decided<Value>, 'version' | 'value' | 'note'>,
    request: IdempotentRequest | undefined,
  ): Promise<Decided<Value>> {
    this.#access.require(principal, 'system.manage');
    const decided = await this.#settings.decide(principal, key, { version, value, note, detail: { value } }, request);
    return { ...decided, value };
  }
}
