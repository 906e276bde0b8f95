import { createTransport, type Transporter } from 'nodemailer';
import type { HandOver, Parcel } from '@lianban/casework';
import type { Carrier } from './carrier.js';

/** How long the mail server may keep one waiting, in milliseconds; shorter than the outbox lends an entry. */
const patience = 20_000;

/** Mails by SMTP. A mail that is sent again has the same Message-ID, by which servers know it. */
export class MailCarrier implements Carrier {
  readonly #transport: Transporter;
  readonly #from: string;

  constructor(url: string, from: string) {
    const timeouts = { connectionTimeout: patience, greetingTimeout: patience, socketTimeout: patience };
    this.#transport = createTransport({ url, ...timeouts });
    this.#from = from;
  }

  async carry({ id, to, name, subject, text }: Parcel): Promise<HandOver> {
    const receiver = { name, address: to };
    const messageId = `<notice.mail.${id}@lianban>`;
    await this.#transport.sendMail({ from: this.#from, to: receiver, subject, text, messageId });
    return { taken: true };
  }

  close(): void {
    this.#transport.close();
  }
}
