import { Body, Controller, Get, Put, Req } from '@nestjs/common';
import { ApiTags } from '@nestjs/swagger';
import type { z } from 'zod';
import { AuthService, OwnPasswordService, SecondFactorService, type Principal } from '@lianban/identity';
import { Asker, clientOf, secretOf, type SignedInRequest } from '../http/principal.js';
import { Limited } from '../http/rate-limit.js';
import { Route } from '../http/route.js';
import {
  confirmationSchema,
  newTotpSchema,
  passwordChangeSchema,
  recoveryCodesSchema,
  secondFactorSchema,
  totpCodeSchema,
} from './auth.schema.js';

const guesses = { group: 'sign-in', perMinute: 240 };

type Confirmation = z.output<typeof confirmationSchema>;

/**
 * One's own password and second factor. All are PUT: a repeated one does no harm, and neither a secret nor the hash of a
 * body with a password is remembered for a key.
 */
@ApiTags('auth')
@Controller('me')
export class OwnAccountController {
  readonly #auth: AuthService;
  readonly #passwords: OwnPasswordService;
  readonly #factors: SecondFactorService;

  constructor(auth: AuthService, passwords: OwnPasswordService, factors: SecondFactorService) {
    this.#auth = auth;
    this.#passwords = passwords;
    this.#factors = factors;
  }

  @Put('password')
  @Limited(guesses)
  @Route({
    summary: 'Changes the own password; ends all other sessions and tokens',
    access: 'signed-in',
    beforeDue: true,
    refuses: [422, 429],
  })
  async changePassword(
    @Asker() asker: Principal,
    @Body({ schema: passwordChangeSchema }) change: z.output<typeof passwordChangeSchema>,
    @Req() request: SignedInRequest,
  ): Promise<void> {
    await this.#passwords.change(asker, change, { secret: secretOf(request), client: clientOf(request) });
  }

  @Get('second-factor')
  @Route({
    summary: 'What one has beside the password',
    access: 'signed-in',
    beforeDue: true,
    answer: secondFactorSchema,
  })
  async getSecondFactor(@Asker() asker: Principal): Promise<z.output<typeof secondFactorSchema>> {
    return await this.#factors.state(asker);
  }

  @Put('second-factor/totp')
  @Limited(guesses)
  @Route({
    summary: 'A new secret for an authenticator app; in force once a code of it was given',
    access: 'signed-in',
    beforeDue: true,
    answer: newTotpSchema,
    refuses: [422, 429],
  })
  async beginTotp(
    @Asker() asker: Principal,
    @Body({ schema: confirmationSchema }) given: Confirmation,
    @Req() request: SignedInRequest,
  ): Promise<z.output<typeof newTotpSchema>> {
    await this.#auth.confirm(asker, given, { client: clientOf(request) });
    return await this.#factors.beginTotp(asker);
  }

  @Put('second-factor/totp/confirmation')
  @Limited(guesses)
  @Route({
    summary: 'Puts the new secret in force; answers with recovery codes',
    access: 'signed-in',
    beforeDue: true,
    answer: recoveryCodesSchema,
    refuses: [409, 422, 429],
  })
  async confirmTotp(
    @Asker() asker: Principal,
    @Body({ schema: totpCodeSchema }) { code }: z.output<typeof totpCodeSchema>,
  ): Promise<z.output<typeof recoveryCodesSchema>> {
    return { codes: await this.#factors.confirmTotp(asker, code) };
  }

  @Put('second-factor/recovery-codes')
  @Limited(guesses)
  @Route({
    summary: 'New recovery codes; all earlier ones are void',
    access: 'signed-in',
    answer: recoveryCodesSchema,
    refuses: [409, 422, 429],
  })
  async renewRecoveryCodes(
    @Asker() asker: Principal,
    @Body({ schema: confirmationSchema }) given: Confirmation,
    @Req() request: SignedInRequest,
  ): Promise<z.output<typeof recoveryCodesSchema>> {
    await this.#auth.confirm(asker, given, { client: clientOf(request) });
    return { codes: await this.#factors.renewRecoveryCodes(asker) };
  }

  @Put('second-factor/removal')
  @Limited(guesses)
  @Route({ summary: 'Gives the authenticator app up; keys stay', access: 'signed-in', refuses: [422, 429] })
  async removeSecondFactor(
    @Asker() asker: Principal,
    @Body({ schema: confirmationSchema }) given: Confirmation,
    @Req() request: SignedInRequest,
  ): Promise<void> {
    await this.#auth.confirm(asker, given, { client: clientOf(request) });
    await this.#factors.remove(asker);
  }
}
