import { Secret, TOTP } from 'otpauth';

/** Seconds that a code is for, as every authenticator app has it. */
const period = 30;
/** How many periods a clock may be behind or before. */
const tolerance = 1;

/** A secret for an authenticator app: 160 bits in base32. */
export function newTotpSecret(): string {
  return new Secret({ size: 20 }).base32;
}

/** The address that authenticator apps read from a QR code. */
export function totpUri(secret: string, username: string): string {
  return totpOf(secret, username).toString();
}

/** The number of the period for which a code stands, if it is one of those that are right now. */
export function stepOf(secret: string, code: string, now: Date): number | undefined {
  if (!/^\d{6}$/u.test(code)) return undefined;
  const delta = totpOf(secret).validate({ token: code, timestamp: now.getTime(), window: tolerance });
  return delta === null ? undefined : Math.floor(now.getTime() / (period * 1_000)) + delta;
}

function totpOf(secret: string, label = ''): TOTP {
  return new TOTP({
    issuer: 'Lianban',
    label,
    secret: Secret.fromBase32(secret),
    algorithm: 'SHA1', // the only one that all apps know
    digits: 6,
    period,
  });
}
