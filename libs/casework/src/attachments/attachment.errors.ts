import { DomainError } from '@lianban/platform';

/** A file that is not taken. */
export function attachmentRefused(why: string, said: string): DomainError {
  return new DomainError({
    code: 'attachment-refused',
    kind: 'unprocessable',
    message: `The file is not taken: ${why}.`,
    fields: [{ field: 'file', message: said }],
  });
}

/** No such file, or none that the asker may see. */
export function attachmentUnknown(id: string): DomainError {
  return new DomainError({
    code: 'attachment-unknown',
    kind: 'not-found',
    message: `No attachment "${id.slice(0, 80)}" is known to you.`,
  });
}
