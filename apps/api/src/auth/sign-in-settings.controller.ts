import { Body, Controller, Get, Post } from '@nestjs/common';
import { ApiTags } from '@nestjs/swagger';
import type { z } from 'zod';
import { IdempotencyService, type IdempotentRequest } from '@lianban/casework';
import {
  signInSettingsChangeSchema,
  SignInSettingsService,
  type Principal,
  type SignInSettingsChange,
} from '@lianban/identity';
import { Idempotency } from '../http/idempotency.js';
import { Asker } from '../http/principal.js';
import { Route } from '../http/route.js';
import { settledSignInSchema } from './auth.schema.js';

/** What sign-in asks: passwords, second factors, sessions. */
@ApiTags('auth')
@Controller('sign-in-settings')
export class SignInSettingsController {
  readonly #settings: SignInSettingsService;
  readonly #idempotency: IdempotencyService;

  constructor(settings: SignInSettingsService, idempotency: IdempotencyService) {
    this.#settings = settings;
    this.#idempotency = idempotency;
  }

  @Get()
  @Route({
    summary: 'What sign-in asks, and the last decisions about it',
    access: 'grants.manage',
    answer: settledSignInSchema,
  })
  async getSignInSettings(): Promise<z.output<typeof settledSignInSchema>> {
    const { decisions, ...current } = await this.#settings.settled();
    return { ...current, decisions: [...decisions] };
  }

  @Post()
  @Route({
    summary: 'Decides it anew; it holds from the next request on',
    access: 'grants.manage',
    programs: false,
    refuses: [404, 409],
    idempotent: true,
  })
  async decideSignInSettings(
    @Asker() asker: Principal,
    @Body({ schema: signInSettingsChangeSchema }) change: SignInSettingsChange,
    @Idempotency() request: IdempotentRequest | undefined,
  ): Promise<void> {
    await this.#idempotency.transaction(request, async (tx) => await this.#settings.decide(tx, asker, change));
  }
}
