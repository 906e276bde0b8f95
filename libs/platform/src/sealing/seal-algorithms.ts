import { aes256Gcm } from './aes-256-gcm.js';
import type { SealAlgorithm } from './seal-algorithm.js';
import { sm4CtrHmacSm3 } from './sm4-ctr-hmac-sm3.js';

/** Every way of sealing that keys can be made for; one more is one more line. Names are stored with the keys. */
export const sealAlgorithms = {
  'aes-256-gcm': aes256Gcm,
  'sm4-ctr-hmac-sm3': sm4CtrHmacSm3,
} as const satisfies Record<string, SealAlgorithm>;

export type SealAlgorithmName = keyof typeof sealAlgorithms;

/** The names, the usual one first. */
export const sealAlgorithmNames = Object.keys(sealAlgorithms) as [SealAlgorithmName, ...SealAlgorithmName[]];
