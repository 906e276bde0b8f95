import type { HandOver, Parcel } from '@lianban/casework';
import type { Carrier } from './carrier.js';
import { CarryError } from './carry-error.js';
import { handOver, type GatewaySettings } from './hand-over.js';

/** Answers that say that this message will never be taken; one that is known already (409) was taken before. */
const forGood = [400, 404, 410, 422];

/** Text messages by an HTTP gateway: `{id, to, text}` as JSON, 2xx for taken. */
export class SmsCarrier implements Carrier {
  readonly #gateway: GatewaySettings;

  constructor(gateway: GatewaySettings) {
    this.#gateway = gateway;
  }

  async carry({ id, to, text }: Parcel): Promise<HandOver> {
    const { status } = await handOver(this.#gateway, id, { id, to, text });
    if ((status >= 200 && status < 300) || status === 409) return { taken: true };
    const reason = `the SMS gateway answered ${status}`;
    if (forGood.includes(status)) return { taken: false, reason };
    throw new CarryError(`${reason}; expected 2xx`);
  }
}
