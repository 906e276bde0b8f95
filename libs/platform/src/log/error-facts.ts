/** What of an error goes into the log. */
interface ErrorFacts {
  readonly type: string;
  readonly message: string;
  readonly stack?: string | undefined;
  readonly [fact: string]: unknown;
}

/** Facts that name a place and never hold what somebody typed. */
const safe = ['code', 'severity', 'schema', 'table', 'column', 'constraint', 'routine', 'errno', 'syscall', 'port'];

/**
 * What is logged of an error. Errors of the database also carry the statement's values and, in `detail`, the row in the
 * way: names and numbers of residents. They stay out.
 */
export function errorFacts(error: unknown, depth = 0): ErrorFacts | string {
  if (!(error instanceof Error)) return typeof error === 'string' ? error : 'not an error';
  const facts = error as Error & Readonly<Record<string, unknown>>;
  const cause = facts['driverError'] ?? error.cause;
  return {
    type: error.name,
    message: error.message,
    stack: error.stack,
    ...Object.fromEntries(safe.filter((name) => facts[name] !== undefined).map((name) => [name, facts[name]])),
    ...(cause !== undefined && depth < 3 && { cause: errorFacts(cause, depth + 1) }),
  };
}
