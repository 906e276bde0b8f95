import { demoPassword } from '../support/api-server.js';

/** One request of the matrix, and what must come of it. */
export interface Cell {
  /** As the tables name it. */
  readonly operation: string;
  readonly account: string;
  /** Where the thing lies, e.g. `another street`; `anywhere` where none is named. */
  readonly where: string;
  readonly method: string;
  readonly url: string;
  readonly body?: unknown;
  readonly expected: string;
  /** Whether the answer is as expected. */
  fits(answer: Got): boolean;
}

/** Status and code of an answer. */
interface Got {
  readonly status: number;
  readonly code: string;
}

/** Requests at once. */
const atOnce = 8;

/** Asks for every cell and gives a readable line for each that is not as expected. */
export async function checkCells(address: string, cells: readonly Cell[]): Promise<string[]> {
  const queue = [...cells];
  const wrong: string[] = [];
  const tokens = new Tokens(address);
  const work = async (): Promise<void> => {
    for (let cell = queue.shift(); cell; cell = queue.shift()) {
      const got = await ask(address, cell, await tokens.of(cell.account));
      if (!cell.fits(got)) wrong.push(lineOf(cell, got));
    }
  };
  await Promise.all(Array.from({ length: atOnce }, work));
  return wrong.sort();
}

function lineOf({ operation, account, where, expected }: Cell, { status, code }: Got): string {
  return `${operation} | ${account} | ${where} | expected ${expected} | got ${status} ${code}`.trimEnd();
}

async function ask(address: string, { method, url, body }: Cell, token: string): Promise<Got> {
  const carries = body !== undefined && method !== 'GET';
  const response = await fetch(`${address}${url}`, {
    method,
    headers: { authorization: `Bearer ${token}`, ...(carries && { 'content-type': 'application/json' }) },
    ...(carries && { body: JSON.stringify(body) }),
  });
  if (response.status < 400) {
    await response.body?.cancel(); // a stream of events would never end
    return { status: response.status, code: '' };
  }
  return { status: response.status, code: ((await response.json()) as { code: string }).code };
}

/** Signs each account in once; signing in is limited. */
class Tokens {
  readonly #address: string;
  readonly #known = new Map<string, Promise<string>>();

  constructor(address: string) {
    this.#address = address;
  }

  async of(username: string): Promise<string> {
    const token = this.#known.get(username) ?? this.#signIn(username);
    this.#known.set(username, token);
    return await token;
  }

  async #signIn(username: string): Promise<string> {
    const response = await fetch(`${this.#address}/api/v1/auth/token`, {
      method: 'POST',
      headers: { 'content-type': 'application/json' },
      body: JSON.stringify({ username, password: demoPassword }),
    });
    return ((await response.json()) as { accessToken: string }).accessToken;
  }
}
