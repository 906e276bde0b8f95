import type { NoticeChannel } from '@lianban/casework';

/** It was not handed over, in words of our own. */
export class CarryError extends Error {
  override readonly name = 'CarryError';
}

/**
 * What is kept and logged of a failure. The words of a gateway or mail server may repeat the number, the code and the text
 * that it was given, so that none of them are taken over: only a status and a code of the system.
 */
export function plainError(channel: NoticeChannel, error: unknown): CarryError {
  if (error instanceof CarryError) return error;
  if (isSilence(error)) return new CarryError(`${channel}: timeout, no whole answer came; it is tried again`);
  const { responseCode } = (error ?? {}) as { readonly responseCode?: unknown };
  const answered = typeof responseCode === 'number' ? [`answered ${responseCode}`] : [];
  const code = codeOf(error);
  const what = [...answered, ...(code === undefined ? [] : [code])].join(', ') || 'the connection failed';
  return new CarryError(`${channel}: ${what}; it is tried again`);
}

/** Nothing came within the time that one waits. */
export function isSilence(error: unknown): boolean {
  return (error as { readonly name?: unknown } | null)?.name === 'TimeoutError' || codeOf(error) === 'ETIMEDOUT';
}

/** Code of the system or of nodemailer, as `ECONNREFUSED`; fetch has it in the cause. */
function codeOf(error: unknown): string | undefined {
  const { code, cause } = (error ?? {}) as { readonly code?: unknown; readonly cause?: unknown };
  if (typeof code === 'string') return /^[A-Z][A-Z_]{2,40}$/u.test(code) ? code : undefined;
  return cause === undefined || cause === error ? undefined : codeOf(cause);
}
