import { fork } from 'node:child_process';
import { once } from 'node:events';
import { join } from 'node:path';

/** Address under which the server believes to be open; the browser here goes to where it really is. */
export const publicUrl = 'http://lianban.test';

/** A provider of sign-in in a process of its own. */
export interface RunningProvider {
  readonly issuer: string;
  close(): void;
}

/** Starts it. */
export async function startProvider(): Promise<RunningProvider> {
  const child = fork(join(import.meta.dirname, '../provider-process.mjs'), { execArgv: [], silent: true });
  child.send({ returnTo: `${publicUrl}/api/v1/auth/provider/callback`, signedOutAt: `${publicUrl}/sign-in` });
  const [{ issuer }] = (await once(child, 'message')) as [{ issuer: string }];
  return { issuer, close: () => child.disconnect() };
}

/** A browser as far as signing in needs one: it follows redirects and keeps the cookies of both sites. */
export class ProviderBrowser {
  readonly #address: string;
  readonly #cookies = new Map<string, Map<string, string>>();

  constructor(address: string) {
    this.#address = address;
  }

  /** Signs in over there as somebody, consents, and comes back. @returns the page of ours that it ends on */
  async signIn(login: string, next = '/'): Promise<string> {
    const asked = await this.#go(`${publicUrl}/api/v1/auth/provider/start?next=${encodeURIComponent(next)}`);
    if (asked.path !== undefined) return asked.path;
    const consents = await this.#go(asked.url, { prompt: 'login', login, password: 'any' });
    if (consents.path !== undefined) return consents.path;
    return (await this.#go(consents.url, { prompt: 'consent' })).path ?? 'the provider asked for more';
  }

  /** Goes there and turns back. */
  async turnBack(): Promise<string> {
    const { url } = await this.#go(`${publicUrl}/api/v1/auth/provider/start`);
    return (await this.#go(`${url}/abort`)).path ?? 'the provider did not let go';
  }

  /** Goes to an address of ours. @returns the page of ours that it ends on, or the address over there */
  async visit(path: string): Promise<string> {
    const end = await this.#go(`${publicUrl}${path}`);
    return end.path ?? end.url;
  }

  /** The cookies of our site, for a request. */
  get cookie(): string {
    return this.#cookieOf(publicUrl);
  }

  async #go(url: string, form?: Record<string, string>): Promise<{ url: string; path?: string }> {
    const { origin, pathname } = new URL(url);
    if (origin === publicUrl && !pathname.startsWith('/api/')) return { url, path: url.slice(origin.length) };
    const response = await fetch(url.replace(publicUrl, this.#address), {
      ...(form && { method: 'POST', body: new URLSearchParams(form) }),
      headers: { cookie: this.#cookieOf(origin) },
      redirect: 'manual',
    });
    await response.text();
    this.#keep(origin, response.headers.getSetCookie());
    const location = response.headers.get('location');
    return location === null ? { url } : await this.#go(new URL(location, url).href);
  }

  #keep(origin: string, cookies: readonly string[]): void {
    const jar = this.#cookies.get(origin) ?? new Map<string, string>();
    this.#cookies.set(origin, jar);
    for (const cookie of cookies) {
      const [, name = '', value = ''] = /^([^=]+)=([^;]*)/u.exec(cookie) ?? [];
      if (value === '' || /expires=Thu, 01 Jan 1970/iu.test(cookie)) jar.delete(name);
      else jar.set(name, value);
    }
  }

  #cookieOf(origin: string): string {
    return [...(this.#cookies.get(origin) ?? [])].map(([name, value]) => `${name}=${value}`).join('; ');
  }
}
