import { DomainError } from '@lianban/platform';

/** Only some people know whether a matter is a long-standing one. */
export function historicNotYours(): DomainError {
  return new DomainError({
    code: 'historic-not-yours',
    kind: 'forbidden',
    message: 'Only who holds a task of the case, or assigns tasks where it is or came in, says that it is historic.',
  });
}

/** A matter cannot stand since then. @param why for people */
export function sinceRefused(since: string, why: string): DomainError {
  return new DomainError({
    code: 'since-refused',
    kind: 'unprocessable',
    message: `A matter cannot stand since ${since}; expected a year or a day from 1900 up to today.`,
    fields: [{ field: 'since', message: why }],
  });
}
