/**
 * The constraint that a write broke by a duplicate, or undefined if the error is something else. Works for errors of
 * the plain driver and of TypeORM. Turn the constraint you expect into a domain error; throw everything else on.
 */
export function uniqueViolation(error: unknown): string | undefined {
  const cause = (error as { driverError?: unknown } | null)?.driverError ?? error;
  const { code, constraint } = (cause ?? {}) as { code?: unknown; constraint?: unknown };
  return code === '23505' && typeof constraint === 'string' ? constraint : undefined; // SQLSTATE unique_violation
}

/**
 * Whether the database refused a text: SQLSTATE untranslatable_character or character_not_in_repertoire (NUL in JSON or in
 * a text), or invalid_text_representation of JSON itself (half of a surrogate pair). Works as {@link uniqueViolation}.
 */
export function isUnstorableText(error: unknown): boolean {
  const cause = (error as { driverError?: unknown } | null)?.driverError ?? error;
  const { code, message } = (cause ?? {}) as { code?: unknown; message?: unknown };
  if (code === '22P05' || code === '22021') return true;
  return code === '22P02' && typeof message === 'string' && message.includes('json');
}

/**
 * Whether the database refused a day or an instant that it does not know: SQLSTATE datetime_field_overflow (the year 0000)
 * or invalid_time_zone_displacement_value. Works as {@link uniqueViolation}.
 */
export function isUnstorableTime(error: unknown): boolean {
  const cause = (error as { driverError?: unknown } | null)?.driverError ?? error;
  const { code } = (cause ?? {}) as { code?: unknown };
  return code === '22008' || code === '22009';
}
