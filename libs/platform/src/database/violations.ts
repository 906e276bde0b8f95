/**
 * The constraint that a write broke by a duplicate, or undefined if the error is something else. Works for errors of
 * the plain driver and of TypeORM. Turn the constraint you expect into a domain error; throw everything else on.
 */
export function uniqueViolation(error: unknown): string | undefined {
  const cause = (error as { driverError?: unknown } | null)?.driverError ?? error;
  const { code, constraint } = (cause ?? {}) as { code?: unknown; constraint?: unknown };
  return code === '23505' && typeof constraint === 'string' ? constraint : undefined; // SQLSTATE unique_violation
}
