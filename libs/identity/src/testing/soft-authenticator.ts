import { createHash, generateKeyPairSync, randomBytes, sign, type KeyObject } from 'node:crypto';
import { isoCBOR } from '@simplewebauthn/server/helpers';
import type { NewPasskeyRequest } from '../passkeys/passkey.service.js';
import type { PasskeyAnswer, PasskeyRequest } from '../passkeys/passkey-check.js';
import type { MadePasskey } from '../passkeys/passkey.service.js';

const userPresent = 0x01;
const attested = 0x40;

/** A security key of a test: makes a pair of keys and signs as one does that is touched (WebAuthn, ES256). */
export class SoftAuthenticator {
  readonly #id = randomBytes(16);
  readonly #private: KeyObject;
  readonly #public: Uint8Array;
  #counter = 0;

  constructor() {
    const pair = generateKeyPairSync('ec', { namedCurve: 'P-256' });
    this.#private = pair.privateKey;
    const { x = '', y = '' } = pair.publicKey.export({ format: 'jwk' });
    const cose = new Map<number, number | Uint8Array>([
      [1, 2],
      [3, -7],
      [-1, 1],
      [-2, new Uint8Array(Buffer.from(x, 'base64url'))],
      [-3, new Uint8Array(Buffer.from(y, 'base64url'))],
    ]);
    this.#public = isoCBOR.encode(cose);
  }

  /** What a browser at this address answers when it is asked for a new key. */
  make({ challenge, rp }: NewPasskeyRequest, origin: string): MadePasskey['response'] {
    const length = Buffer.from([0, this.#id.length]);
    const credential = Buffer.concat([Buffer.alloc(16), length, this.#id, this.#public]);
    const authData = Buffer.concat([this.#head(rp.id ?? '', userPresent | attested), credential]);
    const attestation = new Map<string, unknown>([
      ['fmt', 'none'],
      ['attStmt', new Map()],
      ['authData', new Uint8Array(authData)],
    ]);
    const attestationObject = text(Buffer.from(isoCBOR.encode(attestation as Parameters<typeof isoCBOR.encode>[0])));
    const clientDataJSON = text(clientData('webauthn.create', challenge, origin));
    const id = text(this.#id);
    return {
      id,
      rawId: id,
      type: 'public-key',
      response: { clientDataJSON, attestationObject },
      clientExtensionResults: {},
    };
  }

  /** What it answers when it is asked to sign. */
  answer({ challenge, rpId = '' }: PasskeyRequest, origin: string): PasskeyAnswer {
    this.#counter += 1;
    const data = clientData('webauthn.get', challenge, origin);
    const authData = this.#head(rpId, userPresent);
    const signed = Buffer.concat([authData, createHash('sha256').update(data).digest()]);
    const signature = text(sign('sha256', signed, this.#private));
    const id = text(this.#id);
    const response = { clientDataJSON: text(data), authenticatorData: text(authData), signature };
    return { id, rawId: id, type: 'public-key', response, clientExtensionResults: {} };
  }

  #head(party: string, flags: number): Buffer {
    const counter = Buffer.alloc(4);
    counter.writeUInt32BE(this.#counter);
    return Buffer.concat([createHash('sha256').update(party).digest(), Buffer.from([flags]), counter]);
  }
}

function clientData(type: string, challenge: string, origin: string): Buffer {
  return Buffer.from(JSON.stringify({ type, challenge, origin, crossOrigin: false }));
}

function text(bytes: Buffer): string {
  return bytes.toString('base64url');
}
