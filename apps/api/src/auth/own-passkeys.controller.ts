import { Body, Controller, Get, Param, Put, Req } from '@nestjs/common';
import { ApiTags } from '@nestjs/swagger';
import type { z } from 'zod';
import { AuthService, PasskeyService, type Passkey, type Principal } from '@lianban/identity';
import { Asker, clientOf, type SignedInRequest } from '../http/principal.js';
import { Limited } from '../http/rate-limit.js';
import { Route } from '../http/route.js';
import {
  confirmationSchema,
  madePasskeySchema,
  passkeyRequestSchema,
  passkeysSchema,
  recoveryCodesSchema,
} from './auth.schema.js';

const guesses = { group: 'sign-in', perMinute: 240 };

type Confirmation = z.output<typeof confirmationSchema>;
type KeyRequest = z.output<typeof passkeyRequestSchema>;

/** One's own passkeys and security keys. PUT, as `OwnAccountController` says why. */
@ApiTags('auth')
@Controller('me/passkeys')
export class OwnPasskeysController {
  readonly #auth: AuthService;
  readonly #keys: PasskeyService;

  constructor(auth: AuthService, keys: PasskeyService) {
    this.#auth = auth;
    this.#keys = keys;
  }

  @Get()
  @Route({ summary: 'The own keys', access: 'signed-in', beforeDue: true, answer: passkeysSchema })
  async listKeys(@Asker() asker: Principal): Promise<Passkey[]> {
    return await this.#keys.list(asker);
  }

  @Put('proof')
  @Limited(guesses)
  @Route({
    summary: 'What a key of one is to sign, before something that asks for the second factor again',
    access: 'signed-in',
    answer: passkeyRequestSchema,
    refuses: [409, 429],
  })
  async askForProof(@Asker() asker: Principal, @Req() request: SignedInRequest): Promise<KeyRequest> {
    return { options: { ...(await this.#keys.proof(asker, clientOf(request).origin)) } };
  }

  @Put('request')
  @Limited(guesses)
  @Route({
    summary: 'What a browser needs to make a new key',
    access: 'signed-in',
    beforeDue: true,
    answer: passkeyRequestSchema,
    refuses: [409, 422, 429],
  })
  async beginKey(
    @Asker() asker: Principal,
    @Body({ schema: confirmationSchema }) given: Confirmation,
    @Req() request: SignedInRequest,
  ): Promise<KeyRequest> {
    const client = clientOf(request);
    await this.#auth.confirm(asker, given, { client });
    return { options: { ...(await this.#keys.begin(asker, client.origin)) } };
  }

  @Put()
  @Limited(guesses)
  @Route({
    summary: 'Keeps a key that the browser made; answers with recovery codes where there are none yet',
    access: 'signed-in',
    beforeDue: true,
    answer: recoveryCodesSchema,
    refuses: [409, 422, 429],
  })
  async addKey(
    @Asker() asker: Principal,
    @Body({ schema: madePasskeySchema }) made: z.output<typeof madePasskeySchema>,
    @Req() request: SignedInRequest,
  ): Promise<z.output<typeof recoveryCodesSchema>> {
    return { codes: await this.#keys.add(asker, made, clientOf(request).origin) };
  }

  @Put(':id/removal')
  @Limited(guesses)
  @Route({ summary: 'Forgets a key', access: 'signed-in', refuses: [404, 422, 429] })
  async removeKey(
    @Asker() asker: Principal,
    @Param('id') id: string,
    @Body({ schema: confirmationSchema }) given: Confirmation,
    @Req() request: SignedInRequest,
  ): Promise<void> {
    await this.#auth.confirm(asker, given, { client: clientOf(request) });
    await this.#keys.remove(asker, id);
  }
}
