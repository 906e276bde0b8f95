import { createHmac } from 'node:crypto';
import { sealAlgorithms, type SealAlgorithmName } from './seal-algorithms.js';

/** A key that fields are sealed with. */
export interface FieldKey {
  readonly id: string;
  readonly algorithm: SealAlgorithmName;
  readonly secret: Buffer;
}

/** The keys of an installation. */
export interface KeyRing {
  /** Never empty; the first one seals, each opens what it has sealed. */
  readonly keys: readonly [FieldKey, ...FieldKey[]];
  /** Of the blind indexes, by which sealed values are found. */
  readonly index: Buffer;
}

const indexId = 'index';
const indexAlgorithm = 'hmac-sha-256';
const indexBytes = 32;
const idForm = /^k[0-9a-z]{1,15}$/u;

/** `k1:aes-256-gcm:…` per key, and `index:hmac-sha-256:…`, as file and environment hold them. */
export function keyRingText({ keys, index }: KeyRing): string {
  return [...keys.map(keyText), `${indexId}:${indexAlgorithm}:${index.toString('base64url')}`].join('\n');
}

/** One key of {@link keyRingText}. */
export function keyText({ id, algorithm, secret }: FieldKey): string {
  return `${id}:${algorithm}:${secret.toString('base64url')}`;
}

/** Reads what {@link keyRingText} wrote, with blanks, commas or line breaks between the keys; undefined: it is none. */
export function parseKeyRing(text: string): KeyRing | undefined {
  const entries = text.split(/[\s,]+/u).filter((entry) => entry !== '');
  const indexes = entries.filter((entry) => entry.startsWith(`${indexId}:`));
  const keys = entries.filter((entry) => !indexes.includes(entry)).map(parseKey);
  const [first, ...others] = keys.filter((key) => key !== undefined);
  const index = parseIndex(indexes);
  const ids = new Set(keys.map((key) => key?.id));
  if (!first || !index || others.length + 1 < keys.length || ids.size < keys.length) return undefined;
  return { keys: [first, ...others], index };
}

function parseKey(entry: string): FieldKey | undefined {
  const [id = '', algorithm = '', secret = '', ...more] = entry.split(':');
  if (!idForm.test(id) || !isAlgorithm(algorithm) || more.length > 0) return undefined;
  const bytes = bytesOf(secret, sealAlgorithms[algorithm].keyBytes);
  return bytes && { id, algorithm, secret: bytes };
}

function parseIndex(entries: readonly string[]): Buffer | undefined {
  const [, algorithm, secret = '', ...more] = entries[0]?.split(':') ?? [];
  return entries.length === 1 && algorithm === indexAlgorithm && more.length === 0
    ? bytesOf(secret, indexBytes)
    : undefined;
}

function bytesOf(text: string, length: number): Buffer | undefined {
  const bytes = Buffer.from(text, 'base64url');
  return /^[\w-]+$/u.test(text) && bytes.length === length ? bytes : undefined;
}

function isAlgorithm(name: string): name is SealAlgorithmName {
  return Object.hasOwn(sealAlgorithms, name);
}

/** A new key. @param random as many random bytes as asked for */
export function newFieldKey(algorithm: SealAlgorithmName, random: (bytes: number) => Buffer): FieldKey {
  const secret = random(sealAlgorithms[algorithm].keyBytes);
  return { id: `k${random(4).toString('hex')}`, algorithm, secret };
}

/** The keys of a fresh installation. @param random as many random bytes as asked for */
export function newKeyRing(random: (bytes: number) => Buffer): KeyRing {
  return { keys: [newFieldKey('aes-256-gcm', random)], index: random(indexBytes) };
}

/** What tells that keys are the right ones without telling them, by their ids. */
export function checkValuesOf({ keys, index }: KeyRing): { readonly id: string; readonly checkValue: string }[] {
  const secrets = [...keys, { id: indexId, secret: index }];
  return secrets.map(({ id, secret }) => ({
    id,
    checkValue: createHmac('sha256', secret).update(`lianban field key ${id}`).digest('base64url'),
  }));
}
