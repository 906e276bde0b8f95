import { setTimeout as sleep } from 'node:timers/promises';

/** How long requests took, in milliseconds, and how often one was refused, both by what was asked. */
export interface Lengths {
  readonly byRequest: Map<string, number[]>;
  readonly refused: Map<string, number>;
}

/** A clerk who is signed in, and what they do with a case. */
export class Desk {
  readonly #address: string;
  readonly #token: string;
  readonly #lengths: Lengths;

  private constructor(address: string, token: string, lengths: Lengths) {
    this.#address = address;
    this.#token = token;
    this.#lengths = lengths;
  }

  /** Signs in. @throws Error where the product refuses */
  static async open(address: string, who: { name: string; password: string }, lengths: Lengths): Promise<Desk> {
    const answer = await fetch(`${address}/api/v1/auth/token`, {
      method: 'POST',
      headers: { 'content-type': 'application/json' },
      body: JSON.stringify({ username: who.name, password: who.password }),
    });
    if (!answer.ok) throw new Error(`${who.name} cannot sign in: ${answer.status} ${await answer.text()}`);
    return new Desk(address, String(((await answer.json()) as { accessToken: string }).accessToken), lengths);
  }

  /** Registers a case, sees it in the inbox, claims it and completes it, with time to read between. */
  async handle(number: number): Promise<void> {
    const draft = {
      title: `路灯不亮 ${number}`,
      text: '向阳路 12 号门口路灯坏了三天。',
      channel: 'phone',
      category: 'urban.road',
    };
    const filed = await this.#ask('register', 'POST', 'cases', draft);
    await sleep(500);
    await this.#ask('inbox', 'GET', 'tasks?box=claimable&sort=due&limit=20');
    const [task] = (filed?.['tasks'] ?? []) as { id: string }[];
    if (!task) return;
    await this.#ask('claim', 'POST', `tasks/${task.id}/claim`, {});
    await this.#ask('case', 'GET', `cases/${String(filed?.['id'])}`);
    await this.#ask('inbox', 'GET', 'tasks?box=todo&sort=due&limit=20');
    await sleep(1_000);
    const outcome = number % 3 === 0 ? 'escalate' : 'resolved';
    await this.#ask('complete', 'POST', `tasks/${task.id}/complete`, { outcome, opinion: '已核实处理' });
    await this.#ask('inbox', 'GET', 'tasks?box=done&sort=due&limit=20');
  }

  /** Listens to what happens, as an open page does. */
  async lookOn(until: AbortSignal): Promise<void> {
    try {
      const answer = await fetch(`${this.#address}/api/v1/events`, { headers: this.#headers, signal: until });
      for await (const part of answer.body ?? []) void part;
    } catch (error) {
      if (!until.aborted) throw error;
    }
  }

  get #headers(): Record<string, string> {
    return { authorization: `Bearer ${this.#token}` };
  }

  async #ask(name: string, method: string, path: string, body?: object): Promise<Record<string, unknown> | undefined> {
    const begun = performance.now();
    const answer = await fetch(`${this.#address}/api/v1/${path}`, {
      method,
      headers: { ...this.#headers, ...(body && { 'content-type': 'application/json' }) },
      ...(body && { body: JSON.stringify(body) }),
    });
    const read = (await answer.json()) as Record<string, unknown>;
    const all = this.#lengths.byRequest.get(name) ?? [];
    this.#lengths.byRequest.set(name, all);
    all.push(performance.now() - begun);
    if (answer.ok) return read;
    const what = `${name} ${answer.status} ${String(read['code'])}`;
    this.#lengths.refused.set(what, (this.#lengths.refused.get(what) ?? 0) + 1);
    return undefined;
  }
}
