import { DomainError, type FieldError } from '@lianban/platform';

/** No such review, or none that the asker may know of. */
export function reviewUnknown(id: string): DomainError {
  return new DomainError({
    code: 'pledge-review-unknown',
    kind: 'not-found',
    message: `No review "${id.slice(0, 80)}" is known to you; expected the id of one from the list.`,
  });
}

/** A unit reviews the pledges of a year once. */
export function reviewExists(unit: string, year: number): DomainError {
  return new DomainError({
    code: 'pledge-review-exists',
    kind: 'conflict',
    message: `The review of ${unit} for ${year} was taken down already; expected a correction of that one.`,
    details: { unit, year },
  });
}

/** A closed review stays as it is. */
export function reviewClosed(): DomainError {
  return new DomainError({
    code: 'pledge-review-closed',
    kind: 'conflict',
    message: 'The review is closed; its votes and outcomes stay as they are.',
  });
}

/** The unit has no public pledge for the year. */
export function nothingToReview(unit: string, year: number): DomainError {
  return new DomainError({
    code: 'nothing-to-review',
    kind: 'unprocessable',
    message: `${unit} has no public pledge for ${year} that is still to be reviewed.`,
    details: { unit, year },
  });
}

/** A review is closed when the delegates voted on every pledge. */
export function votesMissing(titles: readonly string[]): DomainError {
  return new DomainError({
    code: 'pledge-votes-missing',
    kind: 'unprocessable',
    message: `Votes are missing on ${titles.length} pledges, first "${titles[0] ?? ''}"; enter them before closing.`,
    details: { missing: titles.slice(0, 10) },
  });
}

/** What is said of a review cannot be. */
export function reviewRefused(fields: readonly FieldError[], why: string): DomainError {
  return new DomainError({
    code: 'pledge-review-refused',
    kind: 'unprocessable',
    message: `The review cannot be taken down: ${why}.`,
    fields,
  });
}
