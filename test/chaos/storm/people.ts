import { setTimeout as sleep } from 'node:timers/promises';

/** What the product said yes to, and how often it could not be reached. */
export interface Acknowledged {
  /** Ids of cases by the title under which they were asked for. */
  readonly cases: Map<string, string>;
  /** Task ids. */
  readonly completions: Set<string>;
  /** How often an answer was none: no connection, a broken one, or a 5xx that asks to come again. */
  unanswered: number;
  /** Answers that nobody may get, whatever fails: 500, or a refusal that has no reason. */
  readonly wrong: string[];
}

/** Where the product is, and who asks. */
export interface Seat {
  readonly address: string;
  readonly username: string;
  readonly password: string;
}

interface Answer {
  readonly status: number;
  readonly body: Record<string, unknown>;
}

/** Who goes on asking with the same key until there is an answer, as a good client does. */
export class Patient {
  readonly #seat: Seat;
  readonly #heard: Acknowledged;
  #token: string | undefined;

  constructor(seat: Seat, heard: Acknowledged) {
    this.#seat = seat;
    this.#heard = heard;
  }

  /** Files a case, and where asked completes its first task; each is remembered once it is acknowledged. */
  async fileAndComplete(title: string, complete: boolean): Promise<void> {
    const draft = { title, text: '小区门口路灯不亮', channel: 'phone', category: 'urban.road' };
    const filed = await this.ask('POST', 'cases', { key: title, body: draft });
    if (filed.status !== 201) return this.#tellWrong('cases', filed);
    this.#heard.cases.set(title, String(filed.body['id']));
    const [task] = filed.body['tasks'] as { id: string }[];
    if (!complete || !task) return;
    const body = { outcome: 'resolved', opinion: '已修复' };
    const done = await this.ask('POST', `tasks/${task.id}/complete`, { key: `done ${title}`, body });
    if (done.status === 200) this.#heard.completions.add(task.id);
    // A term of seconds lapses while the product is away; the task is somebody else's then.
    else if (done.status !== 409 && done.status !== 404) this.#tellWrong(`complete ${task.id}`, done);
  }

  /** Asks until somebody answers with something else than "come again". */
  async ask(method: string, path: string, what: { key?: string; body?: object } = {}): Promise<Answer> {
    for (;;) {
      const answer = await this.#once(method, path, what);
      if (answer && answer.status < 429) return answer;
      if (answer?.status === 500) {
        this.#tellWrong(path, answer);
        return answer;
      }
      this.#heard.unanswered += 1;
      await sleep(100);
    }
  }

  #tellWrong(what: string, { status, body }: Answer): void {
    this.#heard.wrong.push(`${what}: ${status} ${JSON.stringify(body).slice(0, 300)}`);
  }

  async #once(
    method: string,
    path: string,
    { key, body }: { key?: string; body?: object },
  ): Promise<Answer | undefined> {
    if (this.#token === undefined && path !== 'auth/token') {
      const { username, password } = this.#seat;
      const signedIn = await this.#once('POST', 'auth/token', { body: { username, password } });
      if (signedIn?.status !== 200) return signedIn && { ...signedIn, status: Math.max(signedIn.status, 429) };
      this.#token = String(signedIn.body['accessToken']);
    }
    try {
      const answer = await fetch(`${this.#seat.address}/api/v1/${path}`, {
        method,
        headers: {
          'content-type': 'application/json',
          ...(this.#token !== undefined && { authorization: `Bearer ${this.#token}` }),
          ...(key !== undefined && { 'idempotency-key': encodeURIComponent(key) }),
        },
        ...(body && { body: JSON.stringify(body) }),
        signal: AbortSignal.timeout(20_000),
      });
      return { status: answer.status, body: (await answer.json()) as Record<string, unknown> };
    } catch {
      return undefined; // no connection, a broken one, or silence: what a client sees of a kill
    }
  }
}
