import { DomainError } from '@lianban/platform';

/** The unit takes no part in the meeting, or is not one for which the person may speak. */
export function notYourUnit(unit: string): DomainError {
  return new DomainError({
    code: 'not-your-unit',
    kind: 'forbidden',
    message: `"${unit.slice(0, 64)}" takes no part in the meeting, or you do not work on its tasks.`,
    fields: [{ field: 'unit', message: '只能代表本单位' }],
  });
}

/** A case of the agenda complains of the unit, which steps aside. */
export function unitStepsAside(unit: string): DomainError {
  return new DomainError({
    code: 'unit-steps-aside',
    kind: 'unprocessable',
    message: `A case of the agenda complains of "${unit.slice(0, 64)}" or of a unit above it, so it takes no part.`,
    fields: [{ field: 'unit', message: '议题反映的单位应当回避' }],
  });
}

/** Who organises the meeting steps aside from a case of its agenda. */
export function organiserStepsAside(): DomainError {
  return new DomainError({
    code: 'organiser-steps-aside',
    kind: 'forbidden',
    message: 'A case of the agenda is one from which you step aside; ask another one who organises joint meetings.',
  });
}

/** The meeting is not at the point at which this is done. */
export function meetingStageWrong(why: string): DomainError {
  return new DomainError({
    code: 'meeting-stage-wrong',
    kind: 'conflict',
    message: `This cannot be done now: ${why}.`,
  });
}

/** Too few units came to decide. */
export function noQuorum(present: number, needed: number): DomainError {
  return new DomainError({
    code: 'no-quorum',
    kind: 'conflict',
    message: `${present} units came, ${needed} are needed to decide; take down who is there, or meet again.`,
    details: { present, needed },
  });
}
