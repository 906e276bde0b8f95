import { createHash } from 'node:crypto';
import { Inject, Injectable } from '@nestjs/common';
import { AuthService, type Principal } from '@lianban/identity';
import { CLOCK, type Clock } from '@lianban/platform';

/** How long a password that was right is not checked again, in milliseconds: its hash takes long on purpose. */
const remembered = 60_000;
const mostRemembered = 1_000;

/**
 * Name and password with every request, as the tools of Camunda 7 send them. Wrong ones count and lock like those at
 * the door; a right one stands for a token of a minute.
 */
@Injectable()
export class BasicSignIn {
  readonly #auth: AuthService;
  readonly #clock: Clock;
  readonly #tokens = new Map<string, { readonly token: string; readonly until: number }>();

  constructor(auth: AuthService, @Inject(CLOCK) clock: Clock) {
    this.#auth = auth;
    this.#clock = clock;
  }

  /** @throws sign-in-failed, sign-in-locked */
  async principalOf(credentials: string, ip: string): Promise<Principal | undefined> {
    const key = createHash('sha256').update(credentials).digest('base64');
    const known = this.#tokens.get(key);
    if (known && known.until > this.#clock.now().getTime()) return await this.#auth.principalOfToken(known.token);
    const [username = '', ...password] = Buffer.from(credentials, 'base64').toString('utf8').split(':');
    const principal = await this.#auth.signIn(username, password.join(':'), { ip });
    const { accessToken: token } = await this.#auth.issueToken(principal);
    this.#remember(key, token);
    return principal;
  }

  #remember(key: string, token: string): void {
    this.#tokens.delete(key); // a Map keeps the order of insertion: the first key is the oldest
    this.#tokens.set(key, { token, until: this.#clock.now().getTime() + remembered });
    const [oldest] = this.#tokens.keys();
    if (this.#tokens.size > mostRemembered && oldest !== undefined) this.#tokens.delete(oldest);
  }
}
