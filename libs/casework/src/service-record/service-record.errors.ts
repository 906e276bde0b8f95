import { DomainError } from '@lianban/platform';
import type { ClosingGap } from './service-record.js';

/** A way of contact that is not on the list. */
export function wayUnknown(code: string, ways: readonly { readonly code: string }[]): DomainError {
  const offered = ways.map((way) => way.code);
  return new DomainError({
    code: 'contact-way-unknown',
    kind: 'unprocessable',
    message: `There is no way of contact "${code}"; expected one of ${offered.join(', ')}.`,
    details: { offered },
  });
}

/** Only who handles the case adds to what was done with the resident. */
export function notServing(): DomainError {
  return new DomainError({
    code: 'not-serving',
    kind: 'forbidden',
    message: 'Only the units that handle the case, and who is responsible for it, add to its service record.',
  });
}

/** All that is missing is told at once. */
export function toldAlready(count: number): DomainError {
  return new DomainError({
    code: 'papers-told-already',
    kind: 'conflict',
    message: `The resident was told of ${count} missing paper(s) already, and all are told at once; who assigns tasks in the unit can tell again.`,
    details: { count },
  });
}

/** A paper that is not with the case, or was given back. */
export function paperUnknown(id: string): DomainError {
  return new DomainError({
    code: 'paper-unknown',
    kind: 'not-found',
    message: `The case has no paper "${id}" that could be given back; reload the case.`,
  });
}

/** One errand at a time. */
export function proxyRefused(open: string | undefined): DomainError {
  return new DomainError({
    code: open === undefined ? 'no-proxy' : 'proxy-already',
    kind: 'conflict',
    message:
      open === undefined
        ? 'Nobody runs an errand for this case; begin one first.'
        : `${open} runs an errand for this case already; end it first.`,
    details: { ...(open !== undefined && { agent: open }) },
  });
}

/** Something that closing needs is missing. */
export function closingIncomplete(missing: readonly ClosingGap[]): DomainError {
  return new DomainError({
    code: 'closing-incomplete',
    kind: 'conflict',
    message: `The case cannot be closed yet; missing: ${missing.join(', ')}.`,
    details: { missing },
  });
}

/** Somebody is said not to be reached after too few tries. */
export function triesMissing(outcome: string, made: number, needed: number): DomainError {
  return new DomainError({
    code: 'tries-missing',
    kind: 'conflict',
    message: `"${outcome}" needs ${needed} tries in hours of their own, and ${made} stand on record; write down each try.`,
    details: { made, needed },
  });
}
