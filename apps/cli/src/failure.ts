/** Errors whose message is the one line that an administrator needs, by name: their classes would load the whole server. */
const told = new Set(['BackupError', 'ConfigError', 'EmbeddedPostgresError', 'LetterFileError', 'Refused']);
const unreachable = new Set(['ECONNREFUSED', 'ENOTFOUND', 'ETIMEDOUT', 'EHOSTUNREACH']);

/** Exit code of a command that failed: 1 the answer is no, 2 wrong usage, 3 the system is not reachable. */
export function exitCodeOf(error: unknown): number {
  if (error instanceof Error && error.name === 'CommanderError')
    return (error as { exitCode?: number }).exitCode === 0 ? 0 : 2;
  return isUnreachable(error) ? 3 : 1;
}

/** What a command says when it fails: one line for what is expected, the whole trace for a fault of the program. */
export function lineOf(error: unknown): string {
  if (!(error instanceof Error)) return String(error);
  if (isMissingFile(error)) return `${error.path}: there is no such file or folder`;
  const expected = told.has(error.name) || isDomainError(error) || isUnreachable(error);
  return expected ? error.message.replaceAll(/\s*\n\s*/gu, ' ') : (error.stack ?? error.message);
}

/** A refusal of a lib carries a stable code and a kind. */
function isDomainError(error: Error): boolean {
  return 'code' in error && typeof error.code === 'string' && 'kind' in error && typeof error.kind === 'string';
}

function isMissingFile(error: Error): error is Error & { path: string } {
  return 'code' in error && error.code === 'ENOENT' && 'path' in error && typeof error.path === 'string';
}

/** `fetch` hides the reason in `cause`. */
function isUnreachable(error: unknown): boolean {
  if (!(error instanceof Error) || told.has(error.name)) return false;
  if (error.name === 'ServerUnreachable') return true;
  const { code } = ((error.cause ?? error) as { code?: unknown }) ?? {};
  return typeof code === 'string' && unreachable.has(code);
}
