import { Body, Controller, Delete, Get, Param, Put, Req } from '@nestjs/common';
import { ApiTags } from '@nestjs/swagger';
import type { z } from 'zod';
import { ApiTokenService, AuthService, type ApiToken, type MadeApiToken, type Principal } from '@lianban/identity';
import { Asker, clientOf, type SignedInRequest } from '../http/principal.js';
import { Limited } from '../http/rate-limit.js';
import { Route } from '../http/route.js';
import { madeApiTokenSchema, ownApiTokenSchema, ownApiTokensSchema } from './api-token.schema.js';

/** Tokens by which programs act for oneself. */
@ApiTags('auth')
@Controller('me/api-tokens')
export class OwnApiTokensController {
  readonly #auth: AuthService;
  readonly #tokens: ApiTokenService;

  constructor(auth: AuthService, tokens: ApiTokenService) {
    this.#auth = auth;
    this.#tokens = tokens;
  }

  @Get()
  @Route({ summary: 'One’s own tokens for programs', access: 'signed-in', answer: ownApiTokensSchema })
  async listOwnApiTokens(@Asker() asker: Principal): Promise<ApiToken[]> {
    return await this.#tokens.ofOneself(asker);
  }

  @Put(':id')
  @Limited({ group: 'sign-in', perMinute: 240 })
  @Route({
    summary: 'Makes one under a new UUID; it is told once',
    access: 'signed-in',
    answer: madeApiTokenSchema,
    refuses: [404, 409, 422, 429],
  })
  async makeOwnApiToken(
    @Asker() asker: Principal,
    @Param('id') id: string,
    @Body({ schema: ownApiTokenSchema }) { password = '', code, passkey, ...draft }: z.output<typeof ownApiTokenSchema>,
    @Req() request: SignedInRequest,
  ): Promise<MadeApiToken> {
    await this.#auth.confirm(asker, { password, code, passkey }, { client: clientOf(request) });
    return await this.#tokens.makeForOneself(asker, id, draft);
  }

  @Delete(':id')
  @Route({ summary: 'Takes one back; it is refused from the next request on', access: 'signed-in', refuses: [404] })
  async revokeOwnApiToken(@Asker() asker: Principal, @Param('id') id: string): Promise<void> {
    await this.#tokens.revokeOwn(asker, id);
  }
}
