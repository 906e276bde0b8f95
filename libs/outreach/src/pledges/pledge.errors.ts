import { DomainError } from '@lianban/platform';
import type { PledgeAct } from './pledge.js';

/** No such pledge, or none that the asker may know of. */
export function pledgeUnknown(id: string): DomainError {
  return new DomainError({
    code: 'pledge-unknown',
    kind: 'not-found',
    message: `No pledge "${id.slice(0, 80)}" is known to you; expected the id of one from the list.`,
  });
}

/** The pledge is not at the point at which this is done. */
export function pledgeStageWrong(act: PledgeAct, possible: readonly PledgeAct[]): DomainError {
  return new DomainError({
    code: 'pledge-stage-wrong',
    kind: 'conflict',
    message: `"${act}" cannot be done to this pledge now; expected ${possible.join(', ') || 'nothing any more'}.`,
  });
}

/** Somebody else changed it since it was read. */
export function pledgeChanged(version: number): DomainError {
  return new DomainError({
    code: 'pledge-changed',
    kind: 'conflict',
    message: `The pledge is at version ${version} by now; read it anew and make your change again.`,
  });
}

/** What is said of a pledge cannot be. */
export function pledgeRefused(field: string, why: string, said: string): DomainError {
  return new DomainError({
    code: 'pledge-refused',
    kind: 'unprocessable',
    message: `The pledge cannot be taken down: ${why}.`,
    fields: [{ field, message: said }],
  });
}

/** The pledges of that year were reviewed already. */
export function pledgeYearClosed(unit: string, year: number): DomainError {
  return new DomainError({
    code: 'pledge-year-closed',
    kind: 'conflict',
    message: `The pledges of ${unit} for ${year} were reviewed already; expected a day in a later year.`,
    details: { unit, year },
  });
}
