import { actRefused } from '../casework.errors.js';
import type { Step } from '../tasks/step.js';
import type { PastAct, PauseReason } from './act.js';

type Clocked = Pick<Step, 'instanceId' | 'termKey' | 'name' | 'dueAt' | 'suspended'>;

/** Only a clock that runs can be stopped or extended. @throws no-term, already-suspended */
export function requireRunning(step: Clocked): Date {
  const { name, dueAt, suspended } = step;
  if (!dueAt)
    throw actRefused('no-term', `The task "${name}" has no term, so its clock can be neither stopped nor extended.`);
  if (suspended) throw actRefused('already-suspended', `The clock of "${name}" stands already; resume it first.`);
  return dueAt;
}

/** A clock stands so often for a reason as the reason allows. @throws pause-used-up */
export function checkPauses(reason: PauseReason, past: readonly PastAct[]): void {
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

/** A clock is stopped, and an extension asked for, before the term is over. @throws term-over */
export function requireInTime({ name }: Clocked, dueAt: Date, now: Date): void {
  if (now < dueAt) return;
  throw actRefused('term-over', `The term of "${name}" is over; it is extended or its clock stopped before that.`);
}

/**
 * A term is extended once; a second time is for who may assign tasks there.
 *
 * @throws extension-used-up
 */
export function checkExtensions(step: Clocked, past: readonly PastAct[], maySecond: boolean): void {
  const used = past.filter(
    (act) => act.kind === 'extend' && act.instanceId === step.instanceId && act.key === step.termKey,
  ).length;
  const allowed = maySecond ? 2 : 1;
  if (used < allowed) return;
  const advice = used === 1 ? 'the head of the street can extend it once more' : 'it cannot be extended again';
  throw actRefused('extension-used-up', `The term of "${step.name}" was extended ${used} time(s); ${advice}.`);
}

/**
 * Why a case cannot be urged on a day, given the days on which it was; undefined: it can. Each day once, which the
 * database keeps too.
 *
 * @param most how often a case is urged at most
 */
export function urgeProblem(
  urges: readonly Pick<PastAct, 'day'>[],
  today: string,
  most: number,
): 'urged-today' | 'urged-enough' | undefined {
  if (urges.some(({ day }) => day === today)) return 'urged-today';
  return urges.length >= most ? 'urged-enough' : undefined;
}

/** @throws urged-today, urged-enough */
export function checkUrge(past: readonly PastAct[], today: string, most: number): void {
  const urges = past.filter(({ kind }) => kind === 'urge');
  const problem = urgeProblem(urges, today, most);
  if (problem === 'urged-today') throw actRefused(problem, 'The case was urged today already; once a day is allowed.');
  if (problem === 'urged-enough')
    throw actRefused(problem, `The case was urged ${urges.length} times, and ${most} is allowed; ask for supervision.`);
}
