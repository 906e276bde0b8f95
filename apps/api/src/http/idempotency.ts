import { createHash } from 'node:crypto';
import { createParamDecorator, type ExecutionContext } from '@nestjs/common';
import type { IdempotentRequest } from '@lianban/casework';
import { requestInvalid } from './http-errors.js';
import type { SignedInRequest } from './principal.js';

/** The `Idempotency-Key` of a POST with the hash of what was asked; undefined without the header. */
export const Idempotency = createParamDecorator((_data: unknown, context: ExecutionContext) =>
  idempotentRequestOf(context.switchToHttp().getRequest<SignedInRequest>()),
);

/** @throws request-invalid for a key that is empty, too long or not printable */
function idempotentRequestOf(request: SignedInRequest): IdempotentRequest | undefined {
  const key = request.headers['idempotency-key'];
  if (key === undefined) return undefined;
  if (typeof key !== 'string' || !/^[\u0021-\u007e]{1,200}$/u.test(key)) {
    throw requestInvalid([{ field: 'Idempotency-Key', message: 'expected 1 to 200 printable ASCII characters' }]);
  }
  const body: unknown = request.body ?? null;
  const hash = createHash('sha256')
    .update(`${request.method}\n${request.url}\n`)
    .update(Buffer.isBuffer(body) ? body : JSON.stringify(body)) // a file as it is: as JSON it were four times as long
    .digest('hex');
  return { key, account: request.principal?.accountId ?? 'public', hash };
}
