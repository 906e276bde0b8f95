const wellFormed = /^[a-z][a-z0-9-]{1,31}$/u;

/** The user name as it is stored and compared: `" Clerk "` → `clerk`. */
export function normaliseUsername(typed: string): string {
  return typed.trim().toLowerCase();
}

/** Whether a normalised user name may exist: 2 to 32 lower-case letters, digits and hyphens, a letter first. */
export function isUsername(username: string): boolean {
  return wellFormed.test(username);
}
