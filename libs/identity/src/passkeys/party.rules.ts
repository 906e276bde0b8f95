/** How long a key may take to sign, in milliseconds. */
export const challengeLife = 5 * 60_000;

/** The site for which keys sign: one key answers no other. */
export interface Party {
  readonly id: string;
  readonly origin: string;
}

/** Undefined where browsers offer no keys: they want HTTPS and a name, or this computer itself. */
export function partyOf(origin: string | undefined): Party | undefined {
  if (origin === undefined || !URL.canParse(origin)) return undefined;
  const { protocol, hostname, origin: exact } = new URL(origin);
  const local = hostname === 'localhost';
  const named = /[a-z]/iu.test(hostname) && !hostname.includes(':');
  return local || (protocol === 'https:' && named) ? { id: hostname, origin: exact } : undefined;
}
