import { createHash, createHmac, randomBytes, timingSafeEqual } from 'node:crypto';

/** A new token: 256 random bits, 43 characters that are safe in a header, a cookie and an address. */
export function newSecret(): string {
  return randomBytes(32).toString('base64url');
}

/** What is stored of a token: its SHA-256. A copy of the database signs nobody in. */
export function secretHash(secret: string): Buffer {
  return createHash('sha256').update(secret).digest();
}

/**
 * The CSRF token of a session. It follows from the session's token, which only the browser has, so nothing more is
 * stored and the page can ask for it again.
 */
export function csrfTokenOf(sessionToken: string): string {
  return createHmac('sha256', sessionToken).update('lianban csrf').digest('base64url');
}

/** Whether a request that carries this session's cookie also carries its CSRF token. Compares in constant time. */
export function csrfTokenFits(sessionToken: string, csrfToken: string): boolean {
  return timingSafeEqual(secretHash(csrfTokenOf(sessionToken)), secretHash(csrfToken));
}
