import { actRefused } from '../casework.errors.js';
import type { CaseState } from '../cases/case.js';

/** Property by which a diagram marks the task in which the resident is asked. */
const callback = 'callback';

/** Whether the resident is asked in this task. */
export function isCallback({ properties }: { readonly properties: Readonly<Record<string, string>> }): boolean {
  return properties[callback] === 'true';
}

/** Property by which a diagram marks the task in which an answer is looked at by somebody who did not handle the case. */
const checks = 'checks';

/** Whether an answer is looked at in this task. */
export function isCheck({ properties }: { readonly properties: Readonly<Record<string, string>> }): boolean {
  return properties[checks] === 'true';
}

/** How long a closed case can be taken up again; a default of the product. */
const reopenDays = 14;
const day = 24 * 3_600_000; // milliseconds
/** A resident rates once and may rate once more; the second is the one that counts. */
const mostRatings = 2;
/** From this grade down a resident is not satisfied. */
const dissatisfied = 2;

/** What decides whether a case can be taken up again. */
export interface ClosedCase {
  readonly state: CaseState;
  readonly closedAt: Date | null;
  readonly reopenedAt: Date | null;
}

/** Why a case cannot be taken up again now; undefined: it can. */
export function reopenProblem({ state, closedAt, reopenedAt }: ClosedCase, now: Date): string | undefined {
  if (state !== 'closed' || !closedAt) return 'it is not closed';
  if (reopenedAt) return 'it was taken up again before; ask for supervision';
  if (now.getTime() > closedAt.getTime() + reopenDays * day)
    return `it was closed more than ${reopenDays} days ago; register a new request`;
  return undefined;
}

/** @throws reopen-refused */
export function checkReopening(file: ClosedCase, now: Date): void {
  const problem = reopenProblem(file, now);
  if (problem !== undefined) throw actRefused('reopen-refused', `The case cannot be taken up again: ${problem}.`);
}

/** Whether who rated a case so often may rate it again. */
export function mayRateAgain(already: number): boolean {
  return already < mostRatings;
}

/** @throws rated-enough */
export function checkRatings(already: number): void {
  if (!mayRateAgain(already))
    throw actRefused('rated-enough', `The case was rated ${already} times already; ${mostRatings} is allowed.`);
}

/** Whether what a resident said asks for a second handling. */
export function isDissatisfied(grade: number): boolean {
  return grade <= dissatisfied;
}
