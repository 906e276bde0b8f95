import { Injectable, type CanActivate, type ExecutionContext } from '@nestjs/common';
import { Reflector } from '@nestjs/core';
import { AccessService, AuthService, csrfTokenFits, type Principal } from '@lianban/identity';
import { BasicSignIn } from '../engine-rest/basic-sign-in.js';
import {
  csrfTokenWrong,
  dueFirst,
  notForPrograms,
  routeUndeclared,
  sessionEnded,
  signInRequired,
} from './http-errors.js';
import type { SignedInRequest } from './principal.js';
import { RequestCounter } from './request-counter.js';
import { ROUTE_ACCESS, ROUTE_BACKGROUND, ROUTE_BEFORE_DUE, ROUTE_PROGRAMS, type RouteAccess } from './route.js';
import { readSessionCookie } from './session-cookie.js';

/** Lets a request in when its route allows: who asks, by token or session, and with which permission. */
@Injectable()
export class AccessGuard implements CanActivate {
  readonly #reflector: Reflector;
  readonly #auth: AuthService;
  readonly #access: AccessService;

  readonly #basic: BasicSignIn;
  readonly #counter: RequestCounter;

  constructor(
    reflector: Reflector,
    auth: AuthService,
    access: AccessService,
    basic: BasicSignIn,
    counter: RequestCounter,
  ) {
    this.#counter = counter;
    this.#basic = basic;
    this.#reflector = reflector;
    this.#auth = auth;
    this.#access = access;
  }

  /**
   * @throws sign-in-required, session-ended, csrf-token-wrong, password-change-needed, second-factor-enrolment-needed,
   *   not-for-programs, permission-missing, route-undeclared; RateLimitedError
   */
  async canActivate(context: ExecutionContext): Promise<boolean> {
    const access = this.#reflector.get<RouteAccess | undefined>(ROUTE_ACCESS, context.getHandler());
    const request = context.switchToHttp().getRequest<SignedInRequest>();
    if (access === undefined) throw routeUndeclared(`${request.method} ${request.routeOptions.url ?? ''}`);
    if (access === 'public') return true;
    const background = this.#reflector.get<boolean>(ROUTE_BACKGROUND, context.getHandler());
    const principal = await this.#identify(request, background || request.headers['x-background'] === '1');
    if (!principal) throw signInRequired();
    request.principal = principal;
    if (principal.program) this.#admitProgram(principal.program, context);
    const [due] = principal.due;
    if (due && !this.#reflector.get<boolean>(ROUTE_BEFORE_DUE, context.getHandler())) throw dueFirst(due);
    if (access !== 'signed-in') this.#access.require(principal, access);
    return true;
  }

  #admitProgram({ token, perMinute }: NonNullable<Principal['program']>, context: ExecutionContext): void {
    this.#counter.count(`api-token ${token}`, perMinute);
    if (!this.#reflector.get<boolean>(ROUTE_PROGRAMS, context.getHandler())) throw notForPrograms();
  }

  async #identify(request: SignedInRequest, background: boolean): Promise<Principal | undefined> {
    const bearer = /^Bearer ([\w.~+/-]{1,200}=*)$/iu.exec(request.headers.authorization ?? '')?.[1];
    if (bearer !== undefined) return await this.#auth.principalOfToken(bearer);
    if (request.url.startsWith('/engine-rest/')) return await this.#identifyTool(request);
    const token = readSessionCookie(request);
    if (token === undefined) return undefined;
    const principal = await this.#auth.principalOfSession(token, !background);
    if (!principal) {
      const reason = await this.#auth.endOfSession(token);
      if (reason) throw sessionEnded(reason);
      return undefined;
    }
    if (!readsOnly(request.method)) requireCsrfToken(request, token);
    request.sessionToken = token;
    return principal;
  }

  /** Tools send name and password with each request; a session cookie does not count here, as there is no CSRF token. */
  async #identifyTool(request: SignedInRequest): Promise<Principal | undefined> {
    const basic = /^Basic ([\w+/-]{1,400}=*)$/iu.exec(request.headers.authorization ?? '')?.[1];
    return basic === undefined ? undefined : await this.#basic.principalOf(basic, request.ip);
  }
}

function readsOnly(method: string): boolean {
  return method === 'GET' || method === 'HEAD' || method === 'OPTIONS';
}

/** Browsers send the cookie by themselves, a page of ours must send the token too. */
function requireCsrfToken(request: SignedInRequest, sessionToken: string): void {
  const given = request.headers['x-csrf-token'];
  if (typeof given !== 'string' || !csrfTokenFits(sessionToken, given)) throw csrfTokenWrong();
}
