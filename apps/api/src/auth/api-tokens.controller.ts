import { Body, Controller, Delete, Get, Param, Put, Query } from '@nestjs/common';
import { ApiTags } from '@nestjs/swagger';
import type { z } from 'zod';
import {
  ApiTokenService,
  newApiTokenSchema,
  type ApiToken,
  type MadeApiToken,
  type NewApiToken,
  type Principal,
} from '@lianban/identity';
import { pagingSchema } from '../http/paging.js';
import { Asker } from '../http/principal.js';
import { Route } from '../http/route.js';
import { apiTokenPageSchema, madeApiTokenSchema } from './api-token.schema.js';

/** Tokens of all programs, as security administrators keep them. */
@ApiTags('auth')
@Controller()
export class ApiTokensController {
  readonly #tokens: ApiTokenService;

  constructor(tokens: ApiTokenService) {
    this.#tokens = tokens;
  }

  @Get('api-tokens')
  @Route({ summary: 'Everybody’s tokens, the newest first', access: 'grants.manage', answer: apiTokenPageSchema })
  async listApiTokens(
    @Query({ schema: pagingSchema }) query: z.output<typeof pagingSchema>,
  ): Promise<{ items: ApiToken[]; next: string | null }> {
    return await this.#tokens.list(query);
  }

  @Delete('api-tokens/:id')
  @Route({ summary: 'Takes anybody’s token back', access: 'grants.manage', programs: false, refuses: [404] })
  async revokeApiToken(@Asker() asker: Principal, @Param('id') id: string): Promise<void> {
    await this.#tokens.revoke(asker, id);
  }

  @Put('people/:id/api-tokens/:token')
  @Route({
    summary: 'Makes a token of an account that only programs use, under a new UUID; it is told once',
    access: 'grants.manage',
    programs: false,
    answer: madeApiTokenSchema,
    refuses: [404, 409, 422],
  })
  async makeApiToken(
    @Asker() asker: Principal,
    @Param('id') id: string,
    @Param('token') token: string,
    @Body({ schema: newApiTokenSchema }) draft: NewApiToken,
  ): Promise<MadeApiToken> {
    return await this.#tokens.makeForProgram(asker, id, token, draft);
  }
}
