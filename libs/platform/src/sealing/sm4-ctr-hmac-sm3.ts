import { createCipheriv, createDecipheriv, createHmac, randomBytes, timingSafeEqual } from 'node:crypto';
import type { SealAlgorithm } from './seal-algorithm.js';

const [cipherKeyBytes, macKeyBytes, nonceBytes, tagBytes] = [16, 32, 16, 32];

/**
 * SM4 in counter mode with HMAC-SM3 over bound data, nonce and cipher text (encrypt, then authenticate), for who has to
 * use the commercial cryptography of GB/T 39786: the OpenSSL of Node.js has no SM4-GCM. Kept as nonce, tag, cipher text;
 * the key is one for each of both.
 */
export const sm4CtrHmacSm3: SealAlgorithm = {
  keyBytes: cipherKeyBytes + macKeyBytes,
  seal(key, plain, bound) {
    const nonce = randomBytes(nonceBytes);
    const cipher = createCipheriv('sm4-ctr', key.subarray(0, cipherKeyBytes), nonce);
    const text = Buffer.concat([cipher.update(plain), cipher.final()]);
    return Buffer.concat([nonce, tagOf(key, { bound, nonce, text }), text]);
  },
  open(key, sealed, bound) {
    if (sealed.length < nonceBytes + tagBytes) return undefined;
    const nonce = sealed.subarray(0, nonceBytes);
    const text = sealed.subarray(nonceBytes + tagBytes);
    const tag = sealed.subarray(nonceBytes, nonceBytes + tagBytes);
    if (!timingSafeEqual(tag, tagOf(key, { bound, nonce, text }))) return undefined;
    const decipher = createDecipheriv('sm4-ctr', key.subarray(0, cipherKeyBytes), nonce);
    return Buffer.concat([decipher.update(text), decipher.final()]);
  },
};

/** The length of what is bound goes first, so that nothing can move between the parts. */
function tagOf(key: Buffer, { bound, nonce, text }: Record<'bound' | 'nonce' | 'text', Buffer>): Buffer {
  const length = Buffer.alloc(4);
  length.writeUInt32BE(bound.length);
  const mac = createHmac('sm3', key.subarray(cipherKeyBytes));
  return mac.update(length).update(bound).update(nonce).update(text).digest();
}
