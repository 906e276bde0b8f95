import { createParamDecorator, type ExecutionContext } from '@nestjs/common';
import type { FastifyRequest } from 'fastify';
import type { ClientAddress, Principal } from '@lianban/identity';
import { signInRequired } from './http-errors.js';

/** A request after the guard has let it in. */
export interface SignedInRequest extends FastifyRequest {
  principal?: Principal;
  /** Token of the session by whose cookie the person came. */
  sessionToken?: string;
}

/** Where a request comes from, as far as it says so. */
export function clientOf({ ip, headers, protocol, host }: SignedInRequest): ClientAddress {
  return { ip, userAgent: headers['user-agent'], origin: `${protocol}://${host}` };
}

/** The session or token by which the person came. */
export function secretOf({ sessionToken, headers }: SignedInRequest): string | undefined {
  return sessionToken ?? headers.authorization?.replace(/^Bearer /iu, '');
}

/** The person who asks. Only on routes that are not public. */
export const Asker = createParamDecorator((_data: unknown, context: ExecutionContext): Principal => {
  const { principal } = context.switchToHttp().getRequest<SignedInRequest>();
  if (!principal) throw signInRequired();
  return principal;
});
