import { createCipheriv, createDecipheriv, randomBytes } from 'node:crypto';
import type { SealAlgorithm } from './seal-algorithm.js';

const [nonceBytes, tagBytes] = [12, 16];

/** AES-256-GCM; kept as nonce, tag, cipher text. Nonces are random: one key is good for far more than 10⁹ values. */
export const aes256Gcm: SealAlgorithm = {
  keyBytes: 32,
  seal(key, plain, bound) {
    const nonce = randomBytes(nonceBytes);
    const cipher = createCipheriv('aes-256-gcm', key, nonce).setAAD(bound);
    const text = Buffer.concat([cipher.update(plain), cipher.final()]);
    return Buffer.concat([nonce, cipher.getAuthTag(), text]);
  },
  open(key, sealed, bound) {
    if (sealed.length < nonceBytes + tagBytes) return undefined;
    const decipher = createDecipheriv('aes-256-gcm', key, sealed.subarray(0, nonceBytes), { authTagLength: tagBytes });
    decipher.setAAD(bound).setAuthTag(sealed.subarray(nonceBytes, nonceBytes + tagBytes));
    try {
      return Buffer.concat([decipher.update(sealed.subarray(nonceBytes + tagBytes)), decipher.final()]);
    } catch {
      return undefined; // the only thing that the last step can refuse is the tag
    }
  },
};
