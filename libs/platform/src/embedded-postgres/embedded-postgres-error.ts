/** The embedded PostgreSQL cannot run here. The message is the one line that an administrator needs. */
export class EmbeddedPostgresError extends Error {
  constructor(message: string, options?: { cause: unknown }) {
    super(message, options);
    this.name = 'EmbeddedPostgresError';
  }
}

/** The `code` of a failed system call, such as `EACCES`. */
export function systemCode(error: unknown): string | undefined {
  const code = (error as { code?: unknown } | null)?.code;
  return typeof code === 'string' ? code : undefined;
}
