import { DomainError, type FieldError } from '@lianban/platform';

/** No case has this id, or the asker may not know of it: the two look the same. */
export function caseUnknown(id: string): DomainError {
  return new DomainError({
    code: 'case-unknown',
    kind: 'not-found',
    message: `No case "${id.slice(0, 80)}" is known to you; expected the id of a case that you may read.`,
  });
}

/** What a request says of itself does not hold together; every wrong field is named. */
export function intakeInvalid(fields: readonly FieldError[]): DomainError {
  return new DomainError({
    code: 'intake-invalid',
    kind: 'unprocessable',
    message: `The request has ${fields.length} wrong field(s), the first: ${fields[0]?.field} ${fields[0]?.message}`,
    fields,
  });
}

/** A record with this source id is filed already; imports treat it as done. */
export function sourceKnown(sourceId: string, existing: { id: string; code: string } | undefined): DomainError {
  return new DomainError({
    code: 'source-known',
    kind: 'conflict',
    message: `The source record "${sourceId}" is filed already${existing ? ` as ${existing.code}` : ''}; nothing was filed again.`,
    ...(existing && { details: existing }),
  });
}

/** No user task has this id. */
export function taskUnknown(id: string): DomainError {
  return new DomainError({
    code: 'task-unknown',
    kind: 'not-found',
    message: `No task "${id.slice(0, 80)}" exists; expected the id of a task from an inbox or a case.`,
  });
}

/** The task waits for other people. */
export function taskNotYours(step: { name: string; unitName: string | null }): DomainError {
  return new DomainError({
    code: 'task-not-yours',
    kind: 'forbidden',
    message: `The task "${step.name}" waits for ${step.unitName ?? 'other people'}; only they can act on it.`,
    details: { unit: step.unitName },
  });
}

/** Somebody else holds the task. */
export function alreadyClaimed(step: { name: string; assigneeName: string | null }): DomainError {
  return new DomainError({
    code: 'already-claimed',
    kind: 'conflict',
    message: `The task "${step.name}" was claimed by ${step.assigneeName ?? 'somebody else'} before; choose another one.`,
    details: { by: step.assigneeName },
  });
}

/** The task is finished, has lapsed or was cancelled. */
export function alreadyDecided(step: { name: string; state: string; finishedByName: string | null }): DomainError {
  return new DomainError({
    code: 'already-decided',
    kind: 'conflict',
    message: `The task "${step.name}" is no longer open (${step.state}); reload to see where the case is now.`,
    details: { state: step.state, by: step.finishedByName },
  });
}

/** Only who holds a task can give it back. */
export function notClaimed(step: { name: string }): DomainError {
  return new DomainError({
    code: 'not-claimed',
    kind: 'conflict',
    message: `The task "${step.name}" is claimed by nobody, so there is nothing to release.`,
  });
}

/** The way of finishing is not one that the diagram offers here. */
export function outcomeInvalid(given: string | undefined, offered: readonly string[]): DomainError {
  const message = `${given === undefined ? 'is missing' : `"${given.slice(0, 40)}" is not offered`}; expected one of ${offered.join(', ')}`;
  return new DomainError({
    code: given === undefined ? 'outcome-required' : 'outcome-unknown',
    kind: 'unprocessable',
    message: `The outcome ${message}.`,
    fields: [{ field: 'outcome', message }],
    details: { offered },
  });
}

/** The diagram asks for an opinion with this outcome. */
export function opinionRequired(outcome: string): DomainError {
  return new DomainError({
    code: 'opinion-required',
    kind: 'unprocessable',
    message: `The outcome "${outcome}" needs an opinion; say in a sentence what was done or why.`,
    fields: [{ field: 'opinion', message: '请填写办理意见' }],
  });
}

/** A disposition and a reply belong to an outcome that settles the matter. */
export function answerRefused(outcome: string | undefined): DomainError {
  return new DomainError({
    code: 'answer-refused',
    kind: 'unprocessable',
    message: `${outcome ? `The outcome "${outcome}"` : 'This task'} does not settle the matter; send no disposition and no reply with it.`,
  });
}

/** The diagram leaves this outcome to an act that asks for more than an opinion. */
export function outcomeNeedsAct(outcome: string, act: string): DomainError {
  return new DomainError({
    code: 'outcome-needs-act',
    kind: 'unprocessable',
    message: `The outcome "${outcome}" asks for more than an opinion; use the act "${act}" on the case instead.`,
    fields: [{ field: 'outcome', message: `is chosen by the act "${act}" on the case` }],
    details: { act },
  });
}

/** Who leads waits for the helpers: they must report or explain (首接负责). */
export function helpersOpen(step: { name: string }, units: readonly string[]): DomainError {
  return new DomainError({
    code: 'helpers-open',
    kind: 'conflict',
    message: `"${step.name}" waits for helpers: ${units.join(', ')}; finish it when they have answered, or when their term is over.`,
    details: { units },
  });
}

/** An order is given for a reason of the list. */
export function triggerUnknown(code: string, triggers: readonly { code: string }[]): DomainError {
  const offered = triggers.map((trigger) => trigger.code);
  return new DomainError({
    code: 'trigger-unknown',
    kind: 'unprocessable',
    message: `"${code.slice(0, 40)}" is no reason for an order; expected one of ${offered.join(', ')}.`,
    fields: [{ field: 'trigger', message: '请选择督办事由' }],
    details: { offered },
  });
}

/** Nobody holds the case, so the order must say who is to answer. */
export function noUnitToAnswer(): DomainError {
  return new DomainError({
    code: 'no-unit-to-answer',
    kind: 'unprocessable',
    message: 'The case has no open task, so name the unit that is to answer the order.',
    fields: [{ field: 'unit', message: '请选择被督办单位' }],
  });
}

/** Tasks go to other units by those who may assign in both, and downwards. */
export function transferRefused(unit: string): DomainError {
  return new DomainError({
    code: 'transfer-refused',
    kind: 'forbidden',
    message: `The task cannot be handed to ${unit}: that is for who may assign tasks in both units; ask for a return instead.`,
    fields: [{ field: 'unit', message: '不能转给这个单位' }],
  });
}

/** A person who could not have claimed the task, or who holds it already. */
export function personRefused(step: { name: string }): DomainError {
  return new DomainError({
    code: 'person-refused',
    kind: 'unprocessable',
    message: `"${step.name}" cannot be handed to this person: expected somebody else who may claim it.`,
    fields: [{ field: 'person', message: '请选择本单位其他承办人' }],
  });
}

/** A closed case is taken up again by who registered it, assigns tasks or supervises. */
export function reopeningNotYours(): DomainError {
  return new DomainError({
    code: 'reopening-not-yours',
    kind: 'forbidden',
    message: 'Only who registered the case, assigns tasks or gives supervision orders can take it up again.',
  });
}

/** The judge is not the doer (GB/T 30428.8). */
export function ownWork(): DomainError {
  return new DomainError({
    code: 'own-work',
    kind: 'forbidden',
    message:
      'You finished a task of this case yourself, so somebody else must look at the answer and ask the resident.',
  });
}

/** A unit that cannot be named here. */
export function unitRefused(field: string, why: string): DomainError {
  return new DomainError({
    code: 'unit-refused',
    kind: 'unprocessable',
    message: `The unit in "${field}" cannot be named here: ${why}.`,
    fields: [{ field, message: why }],
  });
}

/** Variables that a person may not set, or too many of them. */
export function variablesRefused(names: readonly string[], why: string): DomainError {
  return new DomainError({
    code: 'variables-refused',
    kind: 'unprocessable',
    message: `The variables ${names.join(', ')} cannot be set here: ${why}.`,
    fields: names.map((name) => ({ field: `variables.${name}`, message: why })),
  });
}

/** A rule of the field forbids the act now; `code` names the rule. */
export function actRefused(code: string, message: string): DomainError {
  return new DomainError({ code, kind: 'conflict', message });
}

/** The person holds no such task of the case, or several and named none. */
export function taskNotHeld(held: readonly string[]): DomainError {
  const message =
    held.length === 0
      ? 'You hold no open task of this case; claim it first.'
      : `Expected "task" to be one of the tasks of this case that you hold: ${held.join(', ')}.`;
  return new DomainError({ code: 'task-not-held', kind: 'conflict', message, details: { held } });
}

/** A clock stands only for a reason of the list. */
export function pauseReasonUnknown(code: string, reasons: readonly { code: string; name: string }[]): DomainError {
  const offered = reasons.map((reason) => reason.code);
  return new DomainError({
    code: 'pause-reason-unknown',
    kind: 'unprocessable',
    message: `"${code.slice(0, 40)}" is no reason for which a clock may stand; expected one of ${offered.join(', ')}.`,
    fields: [{ field: 'reason', message: '请选择挂起原因' }],
    details: { offered },
  });
}

/** Who neither registers nor supervises has nobody to urge. */
export function permissionToUrge(): DomainError {
  return new DomainError({
    code: 'permission-missing',
    kind: 'forbidden',
    message: 'Urging a case needs the right to register cases or to see supervision; ask an administrator for it.',
  });
}

/** Bulletins and talks are seen by who supervises units, or answers for one. */
export function permissionToSeeSupervision(): DomainError {
  return new DomainError({
    code: 'permission-missing',
    kind: 'forbidden',
    message:
      'Bulletins and talks need the right to see supervision or to answer for a unit; ask an administrator for it.',
  });
}

/** A case is taken back by who registered it or heads the unit that was asked first. */
export function withdrawalNotYours(): DomainError {
  return new DomainError({
    code: 'withdrawal-not-yours',
    kind: 'forbidden',
    message: 'Only who registered the case, or heads the unit that was asked first, can withdraw it.',
  });
}

/** The same person went on with their draft elsewhere. */
export function workflowDraftMoved(key: string): DomainError {
  return new DomainError({
    code: 'workflow-draft-moved',
    kind: 'conflict',
    message: `Your draft of workflow "${key.slice(0, 80)}" was changed at another machine or in another window; open it anew, or save over it with its revision.`,
    details: { key },
  });
}

/** The same idempotency key came with another request. */
export function keyReused(key: string): DomainError {
  return new DomainError({
    code: 'idempotency-key-reused',
    kind: 'unprocessable',
    message: `The Idempotency-Key "${key.slice(0, 40)}" was used for another request before; use a new key for a new request.`,
    fields: [{ field: 'Idempotency-Key', message: 'was used for another request' }],
  });
}

/** Number and query code do not belong together, or there is no such case: the two look the same. */
export function publicStatusUnknown(): DomainError {
  return new DomainError({
    code: 'case-unknown',
    kind: 'not-found',
    message: 'No case has this number and this query code; check both against your receipt.',
  });
}
