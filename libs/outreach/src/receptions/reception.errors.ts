import { DomainError, type FieldError } from '@lianban/platform';

/** No such reception, or none that the asker may know of. */
export function receptionUnknown(id: string): DomainError {
  return new DomainError({
    code: 'reception-unknown',
    kind: 'not-found',
    message: `No reception "${id.slice(0, 80)}" is known to you; expected the id of one from the list.`,
  });
}

/** The plan of a reception cannot be kept; every wrong field is named. */
export function receptionRefused(fields: readonly FieldError[]): DomainError {
  return new DomainError({
    code: 'reception-refused',
    kind: 'unprocessable',
    message: `${fields.length} field(s) of the reception cannot be kept, the first: ${fields[0]?.field} ${fields[0]?.message}`,
    fields,
  });
}

/** The reception is not at the point at which this is done. */
export function receptionStageWrong(why: string): DomainError {
  return new DomainError({
    code: 'reception-stage-wrong',
    kind: 'conflict',
    message: `This cannot be done with the reception now: ${why}.`,
  });
}

/** The person neither registers requests in the unit nor organises its receptions. */
export function notAtDesk(): DomainError {
  return new DomainError({
    code: 'not-at-desk',
    kind: 'forbidden',
    message: 'Only who registers requests in the unit of the reception, or organises its receptions, may do this.',
  });
}
