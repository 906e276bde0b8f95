import { foreignNumbersIn } from '@lianban/identity';
import type { MutualAidOffer, OfferProblem } from './mutual-aid.js';

/** What of a case decides whether volunteers may be offered it. */
export interface OfferFacts {
  /** Somebody, or a unit, is complained of. */
  readonly complains: boolean;
  /** Somebody steps aside from it. */
  readonly recusals: boolean;
  /** Whether its kind of request is open to volunteers; a case without a kind is as long as it complains of nobody. */
  readonly kindOpen: boolean;
  readonly residentName: string | null;
}

/** Why a case is not offered to volunteers; undefined: it may be. */
export function offerProblem({ complains, recusals, kindOpen }: OfferFacts): OfferProblem | undefined {
  if (complains) return 'complaint';
  if (recusals) return 'conflict';
  return kindOpen ? undefined : 'kind';
}

/**
 * Whether a note says more of the resident than volunteers may know before they took the matter (Personal Information
 * Protection Law art. 6: no more than the purpose needs).
 */
export function tellsPerson(note: string, residentName: string | null): boolean {
  const name = residentName?.trim() ?? '';
  return foreignNumbersIn(note, null).length > 0 || (name.length > 1 && note.includes(name));
}

/** A term as diagrams read it, in the form of ISO 8601; null: as the diagram says. */
export function offerTerm(term: MutualAidOffer['term']): string | null {
  if (!term) return null;
  return term.unit === 'hours' ? `PT${term.amount}H` : `P${term.amount}D`;
}
