import { StandardSchemaValidationPipe } from '@nestjs/common';
import { requestInvalid } from './http-errors.js';

/** Checks what a route declares a schema for; every wrong field is named. */
export function createValidationPipe(): StandardSchemaValidationPipe {
  return new StandardSchemaValidationPipe({
    exceptionFactory: (issues) =>
      requestInvalid(issues.map(({ path, message }) => ({ field: fieldOf(path), message }))),
  });
}

function fieldOf(path: readonly (PropertyKey | { readonly key: PropertyKey })[] | undefined): string {
  const parts = (path ?? []).map((part) => String(typeof part === 'object' ? part.key : part));
  return parts.length > 0 ? parts.join('.') : 'body';
}
