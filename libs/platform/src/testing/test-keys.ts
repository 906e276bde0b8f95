import { parseKeyRing, type KeyRing } from '../sealing/key-ring.rules.js';

/** The keys of every database of a test, so that one that is filled in one process opens in another. */
export const testFieldKeys = [
  'ktest:aes-256-gcm:AAECAwQFBgcICQoLDA0ODxAREhMUFRYXGBkaGxwdHh8',
  'index:hmac-sha-256:ICEiIyQlJicoKSorLC0uLzAxMjM0NTY3ODk6Ozw9Pj8',
].join(' ');

export const testKeys: KeyRing = readTestKeys();

function readTestKeys(): KeyRing {
  const ring = parseKeyRing(testFieldKeys);
  if (!ring) throw new Error('the keys of the tests are none');
  return ring;
}
