import { randomBytes } from 'node:crypto';

/** How many codes are given at once. */
const count = 10;
const alphabet = 'abcdefghijklmnopqrstuvwxyz234567';

/** New codes for somebody without their device: 80 random bits each, in groups that can be read from paper. */
export function newRecoveryCodes(): string[] {
  return Array.from({ length: count }, () => grouped([...randomBytes(16)].map((byte) => alphabet[byte % 32]).join('')));
}

/** A code as it was typed, without what people add or leave out; undefined where it cannot be one. */
export function typedRecoveryCode(typed: string): string | undefined {
  const bare = typed.toLowerCase().replaceAll(/[\s-]/gu, '');
  return /^[a-z2-7]{16}$/u.test(bare) ? grouped(bare) : undefined;
}

function grouped(bare: string): string {
  return bare.replaceAll(/(.{4})(?=.)/gu, '$1-');
}
