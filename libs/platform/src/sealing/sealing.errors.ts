import { DomainError } from '../errors/domain-error.js';

const restore = 'Restore them from the backup of the secrets; nothing that is sealed was changed.';

/** There is no key, so nothing can be sealed. */
export function fieldKeysMissing(place: string): DomainError {
  return new DomainError({
    code: 'field-keys-missing',
    kind: 'unavailable',
    message: `The keys of personal data are not in ${place}: expected those that this database was sealed with. ${restore}`,
  });
}

/** What is sealed needs a key that is not there. */
export function fieldKeyMissing(id: string, place: string): DomainError {
  return new DomainError({
    code: 'field-keys-missing',
    kind: 'unavailable',
    message: `Personal data are sealed with key ${id}, which is not in ${place}. ${restore}`,
    details: { key: id },
  });
}

/** A key has the id of another one. */
export function fieldKeyWrong(id: string, place: string): DomainError {
  return new DomainError({
    code: 'field-key-wrong',
    kind: 'unavailable',
    message: `${place} has another key ${id} than this database was sealed with: expected the same one. ${restore}`,
    details: { key: id },
  });
}

/** The file cannot be read as keys. */
export function keyFileBroken(path: string): DomainError {
  return new DomainError({
    code: 'field-keys-missing',
    kind: 'unavailable',
    message: `${path} holds no keys: expected lines like k1:aes-256-gcm:… and index:hmac-sha-256:…. ${restore}`,
  });
}

/** A value was changed, or put where another one stood, or sealed with another key of the same id. */
export function fieldSealBroken(place: string): DomainError {
  return new DomainError({
    code: 'field-seal-broken',
    kind: 'conflict',
    message: `What stands in ${place} is not what was sealed there: expected it unchanged and in its row. Restore this row from a backup.`,
  });
}

/** The keys stand in the environment, which only who runs the servers can change. */
export function keysAreGiven(): DomainError {
  return new DomainError({
    code: 'field-keys-given',
    kind: 'conflict',
    message:
      'The keys stand in LIANBAN_FIELD_KEYS, which the product cannot change: make one with `lianban keys new`, put it there and start the servers again.',
  });
}

/** Something is still sealed with a key, or will be. */
export function fieldKeyInUse(id: string, values: number): DomainError {
  return new DomainError({
    code: 'field-key-in-use',
    kind: 'conflict',
    message:
      values > 0
        ? `${values} rows are still sealed with key ${id}: expected none. Wait until the worker has sealed them anew; \`lianban keys list\` tells.`
        : `Key ${id} is the one that seals: expected an older one. Make a new one first with \`lianban keys rotate\`.`,
    details: { key: id, rows: values },
  });
}

/** No such key. */
export function fieldKeyUnknown(id: string): DomainError {
  return new DomainError({
    code: 'field-key-unknown',
    kind: 'not-found',
    message: `There is no key ${id}: expected one of \`lianban keys list\`.`,
  });
}
