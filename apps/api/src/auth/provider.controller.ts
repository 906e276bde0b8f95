import { Body, Controller, Get, Inject, Param, Post, Put, Query, Req, Res } from '@nestjs/common';
import { ApiTags } from '@nestjs/swagger';
import type { FastifyReply } from 'fastify';
import type { Logger } from 'pino';
import type { z } from 'zod';
import { AuthService, ProviderAttempts, ProviderSignIn, type Principal } from '@lianban/identity';
import { DomainError, LOGGER } from '@lianban/platform';
import { providerAttemptOver, providerUnset } from '../http/http-errors.js';
import { Asker, clientOf, type SignedInRequest } from '../http/principal.js';
import { Limited } from '../http/rate-limit.js';
import { Route } from '../http/route.js';
import {
  clearAttemptCookie,
  readAttemptCookie,
  writeAttemptCookie,
  writeSessionCookie,
} from '../http/session-cookie.js';
import {
  providerSchema,
  providerStartSchema,
  sessionSchema,
  subjectSchema,
  totpCodeSchema,
  type Session,
} from './auth.schema.js';
import { meOf } from './me.js';
import { ProviderClient } from './provider-client.js';

const guesses = { group: 'sign-in', perMinute: 240 };

/** Signing in by a provider (OpenID Connect). The browser goes there and comes back; what went wrong the sign-in page tells. */
@ApiTags('auth')
@Controller()
export class ProviderController {
  readonly #client: ProviderClient;
  readonly #signIn: ProviderSignIn;
  readonly #attempts: ProviderAttempts;
  readonly #auth: AuthService;
  readonly #log: Logger;

  constructor(
    client: ProviderClient,
    signIn: ProviderSignIn,
    attempts: ProviderAttempts,
    auth: AuthService,
    @Inject(LOGGER) log: Logger,
  ) {
    this.#client = client;
    this.#signIn = signIn;
    this.#attempts = attempts;
    this.#auth = auth;
    this.#log = log;
  }

  @Get('auth/provider')
  @Route({ summary: 'By whom one can sign in beside a password', access: 'public', answer: providerSchema })
  getProvider(): z.output<typeof providerSchema> {
    return { name: this.#client.provider?.name ?? null };
  }

  @Get('auth/provider/start')
  @Limited(guesses)
  @Route({ summary: 'Sends the browser to the provider', access: 'public', status: 302, refuses: [429] })
  async startAtProvider(
    @Query({ schema: providerStartSchema }) { next }: z.output<typeof providerStartSchema>,
    @Req() request: SignedInRequest,
    @Res() reply: FastifyReply,
  ): Promise<void> {
    await this.#redirect(reply, async () => {
      const { url, ...begun } = await this.#client.begin();
      writeAttemptCookie(request, reply, await this.#attempts.seal({ at: 'provider', ...begun, next }));
      return url;
    });
  }

  @Get('auth/provider/callback')
  @Limited(guesses)
  @Route({ summary: 'Takes the browser back from the provider', access: 'public', status: 302, refuses: [429] })
  async comeBackFromProvider(@Req() request: SignedInRequest, @Res() reply: FastifyReply): Promise<void> {
    await this.#redirect(reply, async () => {
      const attempt = await this.#attempts.open(readAttemptCookie(request) ?? '');
      clearAttemptCookie(request, reply);
      if (attempt?.at !== 'provider') throw providerAttemptOver();
      const person = await this.#client.finish(request.url, attempt);
      const rule = this.#client.provider;
      if (!rule) throw providerUnset();
      const client = clientOf(request);
      const { principal, needsCode } = await this.#signIn.signIn(person, rule, client);
      const { next } = attempt;
      if (needsCode) {
        const waits = await this.#attempts.seal({ at: 'code', accountId: principal.accountId, next });
        writeAttemptCookie(request, reply, waits);
        return `/sign-in?${new URLSearchParams({ provider: 'code', next }).toString()}`;
      }
      writeSessionCookie(request, reply, await this.#auth.openSession(principal, client, { vouched: person.vouched }));
      return next;
    });
  }

  @Post('auth/provider/code')
  @Limited(guesses)
  @Route({
    summary: 'Gives the code of the second factor after the provider; sets the session cookie',
    access: 'public',
    answer: sessionSchema,
    refuses: [401, 429],
  })
  async giveCodeAfterProvider(
    @Body({ schema: totpCodeSchema }) { code }: z.output<typeof totpCodeSchema>,
    @Req() request: SignedInRequest,
    @Res({ passthrough: true }) reply: FastifyReply,
  ): Promise<Session> {
    const attempt = await this.#attempts.open(readAttemptCookie(request) ?? '');
    if (attempt?.at !== 'code') throw providerAttemptOver();
    const client = clientOf(request);
    const principal = await this.#signIn.giveCode(attempt.accountId, code, client);
    const session = await this.#auth.openSession(principal, client);
    clearAttemptCookie(request, reply);
    writeSessionCookie(request, reply, session);
    return { csrfToken: session.csrfToken, me: meOf(session.principal) };
  }

  @Get('auth/provider/sign-out')
  @Route({ summary: 'Sends the browser to the provider to sign out there too', access: 'public', status: 302 })
  async signOutAtProvider(@Res() reply: FastifyReply): Promise<void> {
    await this.#redirect(reply, async () => (await this.#client.signOutUrl()) ?? '/sign-in');
  }

  @Put('people/:id/provider')
  @Route({
    summary: 'Links an account to a subject of the provider, or to none',
    access: 'system.manage',
    programs: false,
    refuses: [404, 409],
  })
  async linkToProvider(
    @Asker() asker: Principal,
    @Param('id') id: string,
    @Body({ schema: subjectSchema }) { subject }: z.output<typeof subjectSchema>,
  ): Promise<void> {
    const issuer = this.#client.provider?.issuer;
    if (issuer === undefined) throw providerUnset();
    await this.#signIn.setSubject(asker, id, issuer, subject);
  }

  /** Sends the browser on; with the reason to the sign-in page where that fails, as nobody sees the answer itself. */
  async #redirect(reply: FastifyReply, to: () => Promise<string>): Promise<void> {
    const url = await to().catch((error: unknown) => {
      const code = error instanceof DomainError ? error.code : refusalOf(error);
      if (code === 'provider-failed') this.#log.warn({ err: error }, 'signing in by the provider failed');
      return `/sign-in?${new URLSearchParams({ provider: code }).toString()}`;
    });
    await reply.header('cache-control', 'no-store').redirect(url, 302);
  }
}

/** Whoever changes their mind over there comes back with `access_denied`; all else is between the two servers. */
function refusalOf(error: unknown): string {
  const denied = error instanceof Error && 'error' in error && error.error === 'access_denied';
  return denied ? 'provider-refused' : 'provider-failed';
}
