import { Body, Controller, Delete, Get, Post, Req, Res } from '@nestjs/common';
import { ApiTags } from '@nestjs/swagger';
import type { FastifyReply } from 'fastify';
import { AuthService, csrfTokenOf, type IssuedToken, type Principal } from '@lianban/identity';
import { signInRequired } from '../http/http-errors.js';
import { Asker, clientOf, secretOf, type SignedInRequest } from '../http/principal.js';
import { Limited } from '../http/rate-limit.js';
import { Route } from '../http/route.js';
import { clearSessionCookie, readSessionCookie, writeSessionCookie } from '../http/session-cookie.js';
import { credentialsSchema, sessionSchema, tokenSchema, type Credentials, type Session } from './auth.schema.js';
import { meOf } from './me.js';

const guesses = { group: 'sign-in', perMinute: 240 };

/** The door. */
@ApiTags('auth')
@Controller('auth')
export class AuthController {
  readonly #auth: AuthService;

  constructor(auth: AuthService) {
    this.#auth = auth;
  }

  @Post('token')
  @Limited(guesses)
  @Route({ summary: 'Signs a program in', access: 'public', answer: tokenSchema, refuses: [401, 429] })
  async createToken(
    @Body({ schema: credentialsSchema }) { username, password, ...proof }: Credentials,
    @Req() request: SignedInRequest,
  ): Promise<IssuedToken> {
    return await this.#auth.issueToken(await this.#auth.signIn(username, password, { ...proof, ...clientOf(request) }));
  }

  @Post('session')
  @Limited(guesses)
  @Route({
    summary: 'Signs a browser in; sets the session cookie',
    access: 'public',
    answer: sessionSchema,
    refuses: [401, 429],
  })
  async openSession(
    @Body({ schema: credentialsSchema }) { username, password, ...proof }: Credentials,
    @Req() request: SignedInRequest,
    @Res({ passthrough: true }) reply: FastifyReply,
  ): Promise<Session> {
    const client = clientOf(request);
    const principal = await this.#auth.signIn(username, password, { ...proof, ...client });
    const session = await this.#auth.openSession(principal, client);
    writeSessionCookie(request, reply, session);
    return { csrfToken: session.csrfToken, me: meOf(session.principal) };
  }

  @Get('session')
  @Route({ summary: 'The session of this browser', access: 'signed-in', beforeDue: true, answer: sessionSchema })
  getSession(@Asker() asker: Principal, @Req() request: SignedInRequest): Session {
    if (request.sessionToken === undefined) throw signInRequired();
    return { csrfToken: csrfTokenOf(request.sessionToken), me: meOf(asker) };
  }

  @Delete('session')
  @Route({ summary: 'Signs out: ends the session, or the token that was sent', access: 'signed-in', beforeDue: true })
  async closeSession(@Req() request: SignedInRequest, @Res({ passthrough: true }) reply: FastifyReply): Promise<void> {
    const secret = secretOf(request) ?? readSessionCookie(request);
    if (secret !== undefined) await this.#auth.signOut(secret);
    clearSessionCookie(request, reply);
  }
}
