import type {} from '@fastify/cookie'; // adds cookies to the types of Fastify
import type { FastifyReply, FastifyRequest } from 'fastify';

/** Name of the cookie that holds a browser's session. */
export const sessionCookie = 'lianban_session';

/** The session token that a browser sent. */
export function readSessionCookie(request: FastifyRequest): string | undefined {
  return request.cookies[sessionCookie] || undefined;
}

/** Hands a session to the browser: unreadable for scripts, not sent along from other sites. */
export function writeSessionCookie(
  request: FastifyRequest,
  reply: FastifyReply,
  session: { token: string; expiresAt: Date },
): void {
  void reply.setCookie(sessionCookie, session.token, { ...attributes(request), expires: session.expiresAt });
}

/** Makes the browser forget its session. */
export function clearSessionCookie(request: FastifyRequest, reply: FastifyReply): void {
  void reply.clearCookie(sessionCookie, attributes(request));
}

/** Name of the cookie that holds where somebody is who signs in by a provider; only those addresses get it. */
const attemptCookie = 'lianban_provider';
const attemptPath = '/api/v1/auth/provider';

/** The sealed attempt that a browser sent. */
export function readAttemptCookie(request: FastifyRequest): string | undefined {
  return request.cookies[attemptCookie] || undefined;
}

/** Has the browser keep a sealed attempt until it comes back from the provider: Lax, as it comes from another site. */
export function writeAttemptCookie(request: FastifyRequest, reply: FastifyReply, sealed: string): void {
  void reply.setCookie(attemptCookie, sealed, { ...attributes(request), path: attemptPath });
}

/** Makes the browser forget it. */
export function clearAttemptCookie(request: FastifyRequest, reply: FastifyReply): void {
  void reply.clearCookie(attemptCookie, { ...attributes(request), path: attemptPath });
}

function attributes(request: FastifyRequest) {
  return { path: '/', httpOnly: true, sameSite: 'lax', secure: request.protocol === 'https' } as const;
}
