import { DomainError } from '@lianban/platform';

/** No such whistle, or none that the asker may know of. */
export function whistleUnknown(id: string): DomainError {
  return new DomainError({
    code: 'whistle-unknown',
    kind: 'not-found',
    message: `No whistle "${id.slice(0, 80)}" is known to you; expected the id of one from the list.`,
  });
}

/** The kind is none of the list. */
export function whistleKindUnknown(code: string, known: readonly string[]): DomainError {
  return new DomainError({
    code: 'whistle-kind-unknown',
    kind: 'unprocessable',
    message: `"${code.slice(0, 40)}" is no kind of whistle; expected one of ${known.join(', ')}.`,
    fields: [{ field: 'kind', message: '请选择列表中的吹哨类型' }],
  });
}

/** Units can be called neither into the past nor too far ahead. */
export function whistleTimeWrong(at: string, aheadDays: number): DomainError {
  return new DomainError({
    code: 'whistle-time-wrong',
    kind: 'unprocessable',
    message: `Nobody can be called for ${at.slice(0, 40)}; expected a time from now to ${aheadDays} days ahead.`,
    fields: [{ field: 'at', message: `报到时间应当在现在之后、${aheadDays} 天之内` }],
  });
}

/** The person organises no street or station, or not the one that called. */
export function notTheCaller(): DomainError {
  return new DomainError({
    code: 'not-the-caller',
    kind: 'forbidden',
    message: 'Only who assigns tasks in the street or station that blows the whistle may do this.',
  });
}

/** The unit was not called, or is not one for which the person may speak. */
export function notCalled(unit: string): DomainError {
  return new DomainError({
    code: 'not-called',
    kind: 'forbidden',
    message: `"${unit.slice(0, 64)}" was not called by this whistle, or you do not work on its tasks.`,
    fields: [{ field: 'unit', message: '该单位不在报到单位之中' }],
  });
}

/** The whistle is not at the point at which this is done. */
export function whistleStageWrong(why: string): DomainError {
  return new DomainError({
    code: 'whistle-stage-wrong',
    kind: 'conflict',
    message: `This cannot be done now: ${why}.`,
  });
}

/** Each side scores the other once. */
export function scoredAlready(unit: string): DomainError {
  return new DomainError({
    code: 'scored-already',
    kind: 'conflict',
    message: `This side of "${unit.slice(0, 64)}" was scored already; a score is given once.`,
  });
}
