import { Inject, Injectable } from '@nestjs/common';
import { OutboxService, type StepRecord } from '@lianban/engine';
import { AccessService, type Principal } from '@lianban/identity';
import { CLOCK, CONFIG, Database, newId, type Clock, type Config, type Transaction } from '@lianban/platform';
import type { IdempotentRequest } from '../requests/idempotent-request.js';
import { IdempotencyService } from '../requests/idempotency.service.js';
import { webhookRefused, webhookUnknown } from './webhook.errors.js';
import type { NewWebhook, Webhook, WebhookEvent } from './webhook.js';

/** Topic of the outbox for webhooks. */
export const webhookTopic = 'webhook';

/** A call that is to be made. */
export interface WebhookCall {
  readonly url: string;
  readonly secret: string;
  readonly body: string;
}

/** What other systems are told: which case, where it stands, nothing personal. */
interface WebhookPayload {
  readonly webhook: string;
  readonly event: WebhookEvent | 'test';
  readonly at: string;
  /** Absent: a test. */
  readonly caseId?: string;
}

/** Keeps webhooks and puts what they are told into the outbox, in the transaction of what happened. */
@Injectable()
export class WebhookService {
  readonly #database: Database;
  readonly #idempotency: IdempotencyService;
  readonly #outbox: OutboxService;
  readonly #access: AccessService;
  readonly #clock: Clock;
  readonly #hosts: readonly string[];

  constructor(
    database: Database,
    idempotency: IdempotencyService,
    outbox: OutboxService,
    access: AccessService,
    @Inject(CLOCK) clock: Clock,
    @Inject(CONFIG) config: Config,
  ) {
    this.#database = database;
    this.#idempotency = idempotency;
    this.#outbox = outbox;
    this.#access = access;
    this.#clock = clock;
    this.#hosts = config.webhookHosts;
  }

  /** Those in use, the earliest first. @throws permission-missing */
  async list(principal: Principal): Promise<Webhook[]> {
    this.#access.require(principal, 'system.manage');
    const rows = await this.#database.query<WebhookInUse>({
      text: `SELECT id, url, events, created_at AS "createdAt", called_at AS "calledAt", call_error AS error
             FROM casework.webhook WHERE ended_at IS NULL ORDER BY created_at, id LIMIT 100`,
    });
    return rows.map(({ createdAt, calledAt, error, ...row }) => ({
      ...row,
      createdAt: createdAt.toISOString(),
      lastCall: calledAt && { at: calledAt.toISOString(), error },
    }));
  }

  /** @throws permission-missing, webhook-refused where the operator has not allowed the host, idempotency-key-reused */
  async add(principal: Principal, { url, events, secret }: NewWebhook, request?: IdempotentRequest): Promise<Webhook> {
    this.#access.require(principal, 'system.manage');
    this.#requireAllowed(url);
    return await this.#idempotency.transaction(request, async (tx) => {
      const [id, now] = [newId(), this.#clock.now()];
      await tx.query({
        text: `INSERT INTO casework.webhook (id, url, secret, events, created_by, created_at)
               VALUES ($1, $2, $3, $4, $5, $6)`,
        values: [id, url, secret, events, principal.accountId, now],
      });
      return { id, url, events, createdAt: now.toISOString(), lastCall: null };
    });
  }

  /** @throws permission-missing, webhook-unknown */
  async end(principal: Principal, id: string): Promise<void> {
    this.#access.require(principal, 'system.manage');
    const ended = await this.#database.query({
      text: 'UPDATE casework.webhook SET ended_at = $2 WHERE id::text = $1 AND ended_at IS NULL RETURNING id',
      values: [id, this.#clock.now()],
    });
    if (ended.length === 0) throw webhookUnknown(id);
  }

  /** Calls it once with the event `test`, to be seen in its `lastCall`. @throws permission-missing, webhook-unknown */
  async test(principal: Principal, id: string, request?: IdempotentRequest): Promise<void> {
    this.#access.require(principal, 'system.manage');
    await this.#idempotency.transaction(request, async (tx) => {
      const [hook] = await tx.query<{ id: string }>({
        text: 'SELECT id FROM casework.webhook WHERE id::text = $1 AND ended_at IS NULL',
        values: [id],
      });
      if (!hook) throw webhookUnknown(id);
      const payload: WebhookPayload = { webhook: hook.id, event: 'test', at: this.#clock.now().toISOString() };
      await this.#outbox.add(tx, { topic: webhookTopic, payload, idempotencyKey: `${webhookTopic}:test:${newId()}` });
      return {};
    });
  }

  /** Keeps what became of the latest call. */
  async keepCall(payload: unknown, error: string | null): Promise<void> {
    const { webhook } = payload as WebhookPayload;
    await this.#database.query({
      name: 'casework-webhook-called',
      text: 'UPDATE casework.webhook SET called_at = $2, call_error = left($3, 500) WHERE id = $1',
      values: [webhook, this.#clock.now(), error],
    });
  }

  /** Puts out what a step of a case's own process means to other systems. */
  async tell(tx: Transaction, caseId: string, record: StepRecord, events: readonly WebhookEvent[]): Promise<void> {
    if (events.length === 0 || this.#hosts.length === 0) return;
    const hooks = await tx.query<{ id: string; events: WebhookEvent[] }>({
      name: 'casework-webhooks',
      text: 'SELECT id, events FROM casework.webhook WHERE ended_at IS NULL AND events && $1::text[]',
      values: [events],
    });
    for (const { id, events: wanted } of hooks)
      for (const event of events.filter((each) => wanted.includes(each))) {
        const payload: WebhookPayload = { webhook: id, event, at: record.at.toISOString(), caseId };
        const idempotencyKey = `${webhookTopic}:${id}:${event}:${record.instanceId}:${record.revision}`;
        await this.#outbox.add(tx, { topic: webhookTopic, payload, idempotencyKey });
      }
  }

  /** The call of an entry of the outbox; undefined where the webhook was ended meanwhile. */
  async callOf(payload: unknown): Promise<WebhookCall | undefined> {
    const { webhook, event, at, caseId } = payload as WebhookPayload;
    const [row] = await this.#database.query<WebhookRow>({
      text: `SELECT hook.url, hook.secret, file.code, file.state, file.level, category_code AS category
             FROM casework.webhook hook LEFT JOIN casework.case_file file ON file.id = $2
             WHERE hook.id = $1 AND hook.ended_at IS NULL`,
      values: [webhook, caseId ?? null],
    });
    if (!row) return undefined;
    const { url, secret, ...file } = row;
    this.#requireAllowed(url);
    const body = { event, at, ...(caseId !== undefined && { case: { id: caseId, ...file } }) };
    return { url, secret, body: JSON.stringify(body) };
  }

  #requireAllowed(url: string): void {
    const { host } = new URL(url);
    if (!this.#hosts.includes(host)) throw webhookRefused(host, this.#hosts);
  }
}

interface WebhookInUse extends Omit<Webhook, 'createdAt' | 'lastCall'> {
  readonly createdAt: Date;
  readonly calledAt: Date | null;
  readonly error: string | null;
}

interface WebhookRow {
  readonly url: string;
  readonly secret: string;
  readonly code: string;
  readonly state: string;
  readonly level: string | null;
  readonly category: string | null;
}
