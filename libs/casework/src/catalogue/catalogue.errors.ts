import { DomainError } from '@lianban/platform';

/** No topic has this code. */
export function categoryUnknown(code: string): DomainError {
  return new DomainError({
    code: 'category-unknown',
    kind: 'not-found',
    message: `No category "${code.slice(0, 64)}" exists; expected a code of \`GET categories\`.`,
  });
}
