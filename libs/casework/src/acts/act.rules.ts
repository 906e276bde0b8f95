import { actRefused } from '../casework.errors.js';
import type { Step } from '../tasks/step.js';
import type { PastAct, PauseReason } from './act.js';

/** A case is pressed for at most so often; each day once, which the database keeps. */
const mostUrges = 3;

type Clocked = Pick<Step, 'instanceId' | 'key' | 'name' | 'dueAt' | 'suspended'>;

/** A clock stands once for each reason, and only one that runs. @throws no-term, already-suspended, pause-used-up */
export function checkSuspension(step: Clocked, reason: PauseReason, past: readonly PastAct[]): void {
  requireTerm(step);
  if (step.suspended)
    throw actRefused('already-suspended', `The clock of "${step.name}" stands already; resume it first.`);
  const used = past.filter(({ kind, reasonCode }) => kind === 'suspend' && reasonCode === reason.code).length;
  if (used >= reason.times)
    throw actRefused(
      'pause-used-up',
      `The case stood for "${reason.name}" ${used} time(s) already, and ${reason.times} is allowed; ask for an extension.`,
    );
}

/** @throws not-suspended */
export function checkResumption(step: Clocked): void {
  if (step.suspended) return;
  throw actRefused('not-suspended', `The clock of "${step.name}" runs; there is nothing to resume.`);
}

/**
 * An extension is asked for before the term is over, once; a second one is for who may assign tasks there.
 *
 * @throws no-term, suspended, term-over, extension-used-up
 */
export function checkExtension(step: Clocked, past: readonly PastAct[], now: Date, maySecond: boolean): Date {
  const dueAt = requireTerm(step);
  if (step.suspended)
    throw actRefused('already-suspended', `The clock of "${step.name}" stands; resume it before it is extended.`);
  if (now >= dueAt)
    throw actRefused('term-over', `The term of "${step.name}" is over; an extension is asked for before that.`);
  const used = past.filter(
    (act) => act.kind === 'extend' && act.instanceId === step.instanceId && act.key === step.key,
  ).length;
  const allowed = maySecond ? 2 : 1;
  if (used < allowed) return dueAt;
  const advice = used === 1 ? 'the head of the street can extend it once more' : 'it cannot be extended again';
  throw actRefused('extension-used-up', `The term of "${step.name}" was extended ${used} time(s); ${advice}.`);
}

/** @throws urged-today, urged-enough */
export function checkUrge(past: readonly PastAct[], today: string): void {
  const urges = past.filter(({ kind }) => kind === 'urge');
  if (urges.some(({ day }) => day === today))
    throw actRefused('urged-today', 'The case was urged today already; once a day is allowed.');
  if (urges.length >= mostUrges)
    throw actRefused(
      'urged-enough',
      `The case was urged ${urges.length} times, and ${mostUrges} is allowed; ask for supervision.`,
    );
}

function requireTerm({ name, dueAt }: Clocked): Date {
  if (dueAt) return dueAt;
  throw actRefused('no-term', `The task "${name}" has no term, so its clock can be neither stopped nor extended.`);
}
