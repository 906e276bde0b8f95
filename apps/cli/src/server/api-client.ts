import { setTimeout as sleep } from 'node:timers/promises';
import { Refused } from '../installation/refused.js';

/** What a server answered: its status and the JSON of its body. */
export interface Answer {
  readonly status: number;
  readonly body: object;
}

/** What a body may say about a refusal (RFC 9457). */
interface Problem {
  readonly detail?: string;
  readonly errors?: readonly { readonly field: string; readonly message: string }[];
}

/** How often a busy server is asked again before it counts as not reachable, and the pause where it names none. */
const mostAttempts = 20;
const defaultPause = 2;

/** The server gives no answer that says anything about the request; exit code 3. */
class ServerUnreachable extends Error {
  constructor(url: string, reason: string, cause?: unknown) {
    super(`${url} does not answer (${reason}): start the server with "npm start", or give its --url.`, { cause });
    this.name = 'ServerUnreachable';
  }
}

/** A running server, spoken to over HTTP. */
export class ApiClient {
  readonly url: string;
  #token = '';

  constructor(url: string) {
    this.url = url.replace(/\/+$/u, '');
  }

  /** Uses an access token that was issued before. */
  useToken(token: string): void {
    this.#token = token;
  }

  /** Signs in with a password; throws `Refused` when the server does not accept it. */
  async signIn(username: string, password: string): Promise<void> {
    const { status, body } = await this.send('POST', 'auth/token', { username, password });
    const { accessToken } = body as { accessToken?: string };
    if (!accessToken) {
      throw new Refused(
        `${this.url} does not accept the sign-in of ${username} (${status}): ${reasonOf(body, status)}; give --token, or --username and --password.`,
      );
    }
    this.#token = accessToken;
  }

  /** Asks and gives the answer, whatever it is; a busy server is asked again. @throws ServerUnreachable */
  async send(method: 'GET' | 'POST', path: string, body?: object): Promise<Answer> {
    for (let attempt = 1; ; attempt += 1) {
      const response = await this.#fetch(method, `/api/v1/${path}`, body);
      const busy = response.status === 429 || response.status === 503;
      if (!busy) return { status: response.status, body: await jsonOf(response) };
      await response.body?.cancel();
      if (attempt === mostAttempts) throw new ServerUnreachable(this.url, `HTTP ${response.status}`);
      await sleep(1_000 * (Number(response.headers.get('retry-after')) || defaultPause));
    }
  }

  /** Asks and gives the body of an answer that agrees. @throws Refused with the server's reason */
  async ask<T extends object>(method: 'GET' | 'POST', path: string, body?: object): Promise<T> {
    const answer = await this.send(method, path, body);
    if (answer.status >= 400) throw new Refused(`${this.url} refuses: ${reasonOf(answer.body, answer.status)}`);
    return answer.body as T;
  }

  async #fetch(method: string, path: string, body: object | undefined): Promise<Response> {
    try {
      return await fetch(`${this.url}${path}`, {
        method,
        headers: {
          ...(body !== undefined && { 'content-type': 'application/json' }),
          ...(this.#token !== '' && { authorization: `Bearer ${this.#token}` }),
        },
        ...(body !== undefined && { body: JSON.stringify(body) }),
      });
    } catch (error) {
      const cause = (error as { cause?: { code?: string; message?: string } }).cause;
      throw new ServerUnreachable(this.url, cause?.code ?? cause?.message ?? String(error), error);
    }
  }
}

/** Why a server refused, in one line without a full stop. */
export function reasonOf(body: object, status: number): string {
  const { detail = '', errors = [] } = body as Problem;
  const fields = errors.map(({ field, message }) => `${field}: ${message}`).join('; ');
  return (fields || detail || `HTTP ${status}`).replaceAll(/\s+/gu, ' ').replace(/\.$/u, '');
}

async function jsonOf(response: Response): Promise<object> {
  const text = await response.text();
  try {
    return JSON.parse(text) as object;
  } catch {
    // A proxy, or a program that is not Lianban, answers with a page.
    return { detail: `expected JSON, got ${JSON.stringify(text.slice(0, 60))}` };
  }
}
