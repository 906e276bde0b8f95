/** Why the database gave no answer, where that passes by itself. */
export type DatabaseTrouble = 'database-unavailable' | 'database-busy' | 'database-slow';

/** What is said of it. */
export const troubleWords: Readonly<Record<DatabaseTrouble, string>> = {
  'database-unavailable': 'The database does not answer; try again in a moment.',
  'database-busy': 'The database has more work than it can do at once; try again in a moment.',
  'database-slow': 'The database took too long over this; ask for less at once, or try again later.',
};

/** Errors of the driver that have no code. */
const lost = /^(?:Connection terminated|Client has encountered a connection error|Client was closed)/u;
const waited = /^timeout exceeded when trying to connect/u;

const unavailable = new Set(['ECONNREFUSED', 'ECONNRESET', 'EPIPE', 'ETIMEDOUT']);
/** A lock that was not to be had, a deadlock, no connection, memory or disk left. */
const busy = new Set(['55P03', '40P01', '40001', '53000', '53100', '53200', '53300', '53400']);

/** The driver's errors tell how severe they are: after a fatal one the connection is gone, or there never was one. */
type Cause = Partial<Omit<NodeJS.ErrnoException, 'code'>> & { readonly code?: unknown; readonly severity?: string };

/** Which trouble an error tells of; undefined for any other error, which is a fault of the program. */
export function databaseTroubleOf(error: unknown): DatabaseTrouble | undefined {
  const cause = (error as { driverError?: unknown } | null | undefined)?.driverError ?? error;
  const { code: given, message = '', ...rest }: Cause = cause ?? {};
  const code = typeof given === 'string' ? given : ''; // other programs' errors have numbers
  if (waited.test(message) || busy.has(code)) return 'database-busy';
  if (code === '57014') return 'database-slow';
  return isLost({ ...rest, code, message }) ? 'database-unavailable' : undefined;
}

function isLost({
  code,
  message,
  syscall,
  severity,
}: Cause & { readonly code: string; readonly message: string }): boolean {
  if (severity === 'FATAL' || lost.test(message) || unavailable.has(code)) return true;
  // The socket of an embedded server that is being started again is a missing file.
  if (code === 'ENOENT') return syscall === 'connect';
  return code.startsWith('08') || code.startsWith('57P');
}
