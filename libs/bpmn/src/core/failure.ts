import type { IncidentCode } from './state.js';

/**
 * Thrown inside a behaviour when the element cannot go on as the diagram asks. The agenda catches it in one place and
 * turns it into an incident at the element; anything else that is thrown is a fault of the core itself.
 */
export class Failure extends Error {
  constructor(
    readonly code: IncidentCode,
    message: string,
  ) {
    super(message);
    this.name = 'Failure';
  }
}

/** Thrown by a guard when a command is not legal now; becomes the step's rejection. Nothing has changed by then. */
export class Rejection extends Error {
  constructor(
    readonly code: RejectionCode,
    message: string,
  ) {
    super(message);
    this.name = 'Rejection';
  }
}

export type RejectionCode = 'already-decided' | 'not-found' | 'instance-ended' | 'not-allowed' | 'suspended';

/** Thrown when a step has used up its work budget; the step as a whole is given up. */
export class WorkBudgetExceeded extends Error {
  constructor(
    readonly elementId: string,
    readonly budget: number,
  ) {
    super(`the step took more than ${budget} operations, the last at "${elementId}"`);
    this.name = 'WorkBudgetExceeded';
  }
}
