import { setTimeout as sleep } from 'node:timers/promises';
import { Refused } from '../installation/refused.js';

/** A case as `POST /api/v1/cases` takes it. */
export interface CaseRequest {
  readonly sourceId: string;
  readonly channel: string;
  readonly title: string;
  readonly text: string;
  readonly category?: string;
  readonly address?: string;
  readonly station?: string;
  readonly resident?: { readonly name: string };
}

/** What became of a request: filed now, there since an earlier run, or refused with a reason in one line. */
export type Filing = { readonly kind: 'filed' | 'known' } | { readonly kind: 'refused'; readonly reason: string };

interface Problem {
  readonly code?: string;
  readonly detail?: string;
  readonly errors?: readonly { readonly field: string; readonly message: string }[];
}

/** How often a busy server is asked again before it counts as not reachable, and the pause where it names none. */
const mostAttempts = 20;
const defaultPause = 2;

/** The server gives no answer that says anything about a case; exit code 3. */
class ServerUnreachable extends Error {
  constructor(url: string, reason: string, cause?: unknown) {
    super(`${url} does not answer (${reason}): start the server with "npm start", or give its --url.`, { cause });
    this.name = 'ServerUnreachable';
  }
}

/** A running server, spoken to over HTTP; a sign-in that it does not accept throws `Refused`. */
export class CaseServer {
  readonly #url: string;
  #token = '';

  constructor(url: string) {
    this.#url = url.replace(/\/+$/u, '');
  }

  /** Uses an access token that was issued before. */
  useToken(token: string): void {
    this.#token = token;
  }

  /** Signs in with a password. */
  async signIn(username: string, password: string): Promise<void> {
    const { status, body } = await this.#post('/api/v1/auth/token', { username, password });
    const { accessToken } = body as { accessToken?: string };
    if (!accessToken) {
      throw new Refused(
        `${this.#url} does not accept the sign-in of ${username} (${status}): ${reasonOf(body, status)}; give --token, or --username and --password.`,
      );
    }
    this.#token = accessToken;
  }

  /** Files a case once; a second time is told as known. */
  async file(request: CaseRequest): Promise<Filing> {
    const { status, body } = await this.#post('/api/v1/cases', request);
    if (status === 201) return { kind: 'filed' };
    const problem = body as Problem;
    if (status === 409 && problem.code === 'source-known') return { kind: 'known' };
    const reason = reasonOf(problem, status);
    // The next case would get the same answer.
    if (status === 401 || status === 403) throw new Refused(`${this.#url} lets this account file no cases: ${reason}`);
    return { kind: 'refused', reason };
  }

  async #post(path: string, body: object): Promise<{ status: number; body: object }> {
    for (let attempt = 1; ; attempt += 1) {
      const response = await this.#send(path, body);
      const busy = response.status === 429 || response.status === 503;
      if (!busy) return { status: response.status, body: await jsonOf(response) };
      await response.body?.cancel();
      if (attempt === mostAttempts) throw new ServerUnreachable(this.#url, `HTTP ${response.status}`);
      await sleep(1_000 * (Number(response.headers.get('retry-after')) || defaultPause));
    }
  }

  async #send(path: string, body: object): Promise<Response> {
    try {
      return await fetch(`${this.#url}${path}`, {
        method: 'POST',
        headers: {
          'content-type': 'application/json',
          ...(this.#token !== '' && { authorization: `Bearer ${this.#token}` }),
        },
        body: JSON.stringify(body),
      });
    } catch (error) {
      const cause = (error as { cause?: { code?: string; message?: string } }).cause;
      throw new ServerUnreachable(this.#url, cause?.code ?? cause?.message ?? String(error), error);
    }
  }
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

function reasonOf({ detail = '', errors = [] }: Problem, status: number): string {
  const fields = errors.map(({ field, message }) => `${field}: ${message}`).join('; ');
  return (fields || detail || `HTTP ${status}`).replaceAll(/\s+/gu, ' ').replace(/\.$/u, '');
}
