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

function attributes(request: FastifyRequest) {
  return { path: '/', httpOnly: true, sameSite: 'lax', secure: request.protocol === 'https' } as const;
}
