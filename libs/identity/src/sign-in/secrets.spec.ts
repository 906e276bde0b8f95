import { describe, expect, it } from '@jest/globals';
import { csrfTokenFits, csrfTokenOf, newSecret, secretHash } from './secrets.js';

describe('secrets', () => {
  it('makes tokens of 256 bits that never repeat', () => {
    const secrets = Array.from({ length: 100 }, () => newSecret());

    expect(new Set(secrets).size).toBe(100);
    for (const secret of secrets) expect(Buffer.from(secret, 'base64url')).toHaveLength(32);
  });

  it('hashes with SHA-256', () => {
    expect(secretHash('abc').toString('hex')).toBe('ba7816bf8f01cfea414140de5dae2223b00361a396177a9cb410ff61f20015ad');
  });

  it('gives each session its own CSRF token, the same each time', () => {
    const [one, other] = [newSecret(), newSecret()];

    expect(csrfTokenFits(one, csrfTokenOf(one))).toBe(true);
    expect(csrfTokenFits(one, csrfTokenOf(other))).toBe(false);
    expect(csrfTokenFits(one, '')).toBe(false);
    expect(csrfTokenOf(one)).not.toContain(one);
  });
});
