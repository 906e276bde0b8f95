import { DomainError } from '@lianban/platform';
import type { OfferProblem } from './mutual-aid.js';

const why: Readonly<Record<OfferProblem, string>> = {
  complaint: 'it complains of somebody',
  conflict: 'somebody steps aside from it for a conflict of interest',
  kind: 'its kind of request is not for volunteers; administrators say which kinds are',
};

/** Complaints, cases with a conflict of interest and kinds that are closed to them are never offered to volunteers. */
export function offerRefused(problem: OfferProblem): DomainError {
  return new DomainError({
    code: `mutual-aid-${problem}`,
    kind: 'conflict',
    message: `The case cannot be offered to volunteers: ${why[problem]}. Handle it at the window.`,
  });
}

/** Volunteers solve early: what has left the station is not offered. */
export function notAtStation(step: { readonly name: string }): DomainError {
  return new DomainError({
    code: 'mutual-aid-not-here',
    kind: 'conflict',
    message: `"${step.name}" is no task in which a station handles the case; only such a task can be offered to volunteers.`,
  });
}

/** There is nobody to offer it to. */
export function noVolunteers(station: string): DomainError {
  return new DomainError({
    code: 'no-volunteers',
    kind: 'conflict',
    message: `No volunteer on the roster of ${station} can be offered this; choose all volunteers, or handle it at the window.`,
  });
}

/** The station cannot wait longer for a volunteer than it has itself. */
export function offerTooLong(step: { readonly name: string; readonly dueAt: Date | null }): DomainError {
  return new DomainError({
    code: 'offer-too-long',
    kind: 'conflict',
    message: `"${step.name}" is due at ${step.dueAt?.toISOString() ?? ''}, before the offer would end; give volunteers fewer hours.`,
  });
}

/** Everybody who is offered the matter reads the note. */
export function noteTellsPerson(): DomainError {
  const message = '不能写出诉求人的姓名、手机号或证件号，认领后才能看到';
  return new DomainError({
    code: 'note-tells-person',
    kind: 'unprocessable',
    message: 'The note names the resident, or holds a telephone or identity number; expected only what is to be done.',
    fields: [{ field: 'note', message }],
  });
}

/** A skill that is not in use. */
export function skillUnknown(field: string, codes: readonly string[]): DomainError {
  return new DomainError({
    code: 'skill-unknown',
    kind: 'unprocessable',
    message: `${codes.map((code) => `"${code.slice(0, 40)}"`).join(', ')}: no such skill; expected codes of \`GET volunteer-skills\`.`,
    fields: [{ field, message: '请选择列表中的特长' }],
  });
}

/** There is no offer that could be taken back: none is open, or a volunteer has reported already. */
export function nothingToRecall(): DomainError {
  return new DomainError({
    code: 'nothing-to-recall',
    kind: 'conflict',
    message: 'The task has no open offer to volunteers; what is reported already is checked instead.',
  });
}

/** Who is not offered the matter, or did not take it, does not learn that there is one. */
export function volunteerTaskUnknown(id: string): DomainError {
  return new DomainError({
    code: 'task-unknown',
    kind: 'not-found',
    message: `No matter "${id.slice(0, 80)}" is offered to you or taken by you; reload the list.`,
  });
}

/** A roster holds accounts that may help at the station. */
export function volunteerRefused(): DomainError {
  return new DomainError({
    code: 'volunteer-refused',
    kind: 'unprocessable',
    message:
      'The account may not help at this station; ask the security administrator for the role of a volunteer there.',
    fields: [{ field: 'account', message: '请先由安全管理员授予本站的志愿者角色' }],
  });
}
