import { Readable } from 'node:stream';
import type { Subject } from '@lianban/casework';

/** Bytes that wait for a browser that does not read; then it is cut off. */
const mostWaiting = 16_384;

/** A stream of server-sent events to one window. */
export class NewsStream {
  readonly body = new Readable({ read: () => undefined });
  #ended = false;

  /**
   * @param secret the session or token by which it was asked for, and with which it ends
   * @param since milliseconds
   */
  constructor(
    readonly accountId: string,
    readonly secret: string,
    readonly since: number,
  ) {
    this.#send('retry: 5000\n\n');
  }

  /** Something of this subject changed. */
  tell(subject: Subject): void {
    this.#send(`event: changed\ndata: ${subject}\n\n`);
  }

  /** A sign of life, by which proxies and browsers know that the connection still is one. */
  beat(): void {
    this.#send(':\n\n');
  }

  end(): void {
    if (this.#ended) return;
    this.#ended = true;
    this.body.push(null);
  }

  #send(text: string): void {
    if (this.#ended || this.body.destroyed) return;
    this.body.push(text);
    if (this.body.readableLength > mostWaiting) this.body.destroy();
  }
}
