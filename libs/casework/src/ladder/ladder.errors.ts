import { DomainError } from '@lianban/platform';

/** No such bulletin, or the asker may not know of it. */
export function bulletinUnknown(id: string): DomainError {
  return new DomainError({
    code: 'bulletin-unknown',
    kind: 'not-found',
    message: `No bulletin "${id.slice(0, 80)}" is known to you; expected the id of one from the list.`,
  });
}

/** A bulletin is issued, dropped and acknowledged once each. */
export function bulletinStateWrong(state: string, expected: string): DomainError {
  return new DomainError({
    code: 'bulletin-state-wrong',
    kind: 'conflict',
    message: `The bulletin is ${state}, expected ${expected}; reload to see what became of it.`,
    details: { state },
  });
}

/** No such talk, or the asker may not know of it. */
export function talkUnknown(id: string): DomainError {
  return new DomainError({
    code: 'talk-unknown',
    kind: 'not-found',
    message: `No talk "${id.slice(0, 80)}" is known to you; expected the id of one from the list.`,
  });
}

/** A talk is held, acknowledged and ended once each, in this order. */
export function talkStateWrong(state: string, expected: string): DomainError {
  return new DomainError({
    code: 'talk-state-wrong',
    kind: 'conflict',
    message: `The talk is ${state}, expected ${expected}; reload to see what became of it.`,
    details: { state },
  });
}

/** A talk is recorded after it was held, with a day that is still to come. */
export function talkDateWrong(field: 'heldAt' | 'mendBy', message: string): DomainError {
  return new DomainError({
    code: 'talk-date-wrong',
    kind: 'unprocessable',
    message: `"${field}" is wrong: a talk is recorded after it was held, and what was found is mended after that.`,
    fields: [{ field, message }],
  });
}

/** For a unit acknowledges who works there and may do so. */
export function notTheirHead(unit: string): DomainError {
  return new DomainError({
    code: 'not-their-head',
    kind: 'forbidden',
    message: `Only who works in ${unit} and may answer for it can acknowledge this.`,
    details: { unit },
  });
}

/** Only an answer that was given can have been faked. */
export function nothingFaked(state: string): DomainError {
  return new DomainError({
    code: 'nothing-faked',
    kind: 'conflict',
    message: `The case is ${state}; expected a closed case that a unit had handled.`,
  });
}
