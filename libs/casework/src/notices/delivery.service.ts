import { Inject, Injectable } from '@nestjs/common';
import { OutboxService } from '@lianban/engine';
import { PrincipalService } from '@lianban/identity';
import { CLOCK, CONFIG, Database, newId, type Clock, type Config, type Transaction } from '@lianban/platform';
import { maskAddress } from './delivery.rules.js';
import {
  deliveryPayloadSchema,
  deliveryTopic,
  noticeChannels,
  type HandOver,
  type NoticeChannel,
  type Parcel,
} from './delivery.js';
import {
  holdDelivery,
  insertDelivery,
  layDown,
  letWait,
  stateOfDelivery,
  takeWaiting,
  type HeldDelivery,
  type NewDelivery,
} from './delivery.sql.js';
import { isQuiet, localTime } from './local-time.rules.js';
import { fillTemplate } from './template.rules.js';

/** How long one attempt may take at most, in milliseconds; until then nobody else tries. */
const oneAttempt = 60_000;
const atOnce = 200;

/**
 * Everything that leaves the product by mail, SMS or WeCom: put into the outbox in the transaction of what it tells, but
 * not in the quiet hours, and each attempt kept. Whoever takes a delivery in hand is alone with it.
 */
@Injectable()
export class DeliveryService {
  readonly #database: Database;
  readonly #outbox: OutboxService;
  readonly #principals: PrincipalService;
  readonly #clock: Clock;
  readonly #config: Config;
  /** Ways out that the operator has set up. */
  readonly channels: readonly NoticeChannel[];

  constructor(
    database: Database,
    outbox: OutboxService,
    principals: PrincipalService,
    @Inject(CLOCK) clock: Clock,
    @Inject(CONFIG) config: Config,
  ) {
    this.#database = database;
    this.#outbox = outbox;
    this.#principals = principals;
    this.#clock = clock;
    this.#config = config;
    const isSetUp = {
      mail: config.smtpUrl !== undefined,
      sms: config.sms !== undefined,
      wecom: config.wecom !== undefined,
    };
    this.channels = noticeChannels.filter((channel) => isSetUp[channel]);
  }

  isQuiet(): boolean {
    return isQuiet(localTime(this.#clock.now(), this.#config.timeZone), this.#config.quietHours);
  }

  /** Sends it after the commit, or when the quiet hours are over. */
  async add(tx: Transaction, draft: Omit<NewDelivery, 'id'>): Promise<void> {
    const id = newId();
    await insertDelivery(tx, { ...draft, id }, this.#clock.now());
    if (!this.isQuiet()) await this.#putOut(tx, [id]);
  }

  /** Puts out what has waited for the end of the quiet hours. Several processes may do it at once. */
  async release(): Promise<void> {
    if (this.channels.length === 0 || this.isQuiet()) return;
    await this.#database.transaction((tx) => this.#putOut(tx));
  }

  /**
   * Takes the delivery of an entry of the outbox in hand. Undefined: there is nothing to send, as it is done, nobody is
   * to get it any more, or it waits for the morning.
   *
   * @throws Error while another worker has it in hand
   */
  async open(payload: unknown): Promise<Parcel | undefined> {
    const { delivery: id } = deliveryPayloadSchema.parse(payload);
    const known = await stateOfDelivery(this.#database, id);
    if (known?.state !== 'queued') return undefined;
    const now = this.#clock.now();
    if (this.isQuiet()) {
      await letWait(this.#database, id, now);
      return undefined;
    }
    const held = await holdDelivery(this.#database, { id, now, until: new Date(now.getTime() + oneAttempt) });
    if (!held) throw new Error(`delivery ${id} is in the hands of another worker; it is looked at again`);
    const parcel = await this.#parcelOf(id, held);
    if (!parcel) await layDown(this.#database, id, { state: 'dropped' });
    return parcel;
  }

  /** It was handed over, or refused for good. */
  async close({ id, to }: Parcel, channel: NoticeChannel, answer: HandOver): Promise<void> {
    const masked = maskAddress(channel, to);
    if (answer.taken) await layDown(this.#database, id, { state: 'sent', to: masked });
    else await layDown(this.#database, id, { state: 'refused', error: answer.reason, to: masked });
  }

  /** It could not be handed over this time. */
  async putOff({ id, to }: Parcel, channel: NoticeChannel, why: { error: string; last: boolean }): Promise<void> {
    const state = why.last ? 'failed' : 'queued';
    await layDown(this.#database, id, { state, error: why.error, to: maskAddress(channel, to) });
  }

  async #putOut(tx: Transaction, ids?: readonly string[]): Promise<void> {
    const taken = await takeWaiting(tx, { ...(ids && { ids }), channels: this.channels, limit: atOnce });
    for (const { id, channel, time } of taken) {
      const topic = deliveryTopic(channel);
      await this.#outbox.add(tx, { topic, payload: { delivery: id }, idempotencyKey: `${topic}:${id}:${time}` });
    }
  }

  async #parcelOf(id: string, held: HeldDelivery): Promise<Parcel | undefined> {
    if (held.accountId === null) {
      const { text, residentPhone: to } = held;
      return text === null || to === null ? undefined : { id, to, name: '', subject: '', text };
    }
    const person = await this.#principals.find(held.accountId);
    const to = { mail: held.mail, sms: held.phone, wecom: held.wecom }[held.channel];
    if (!person || to === null) return undefined;
    const told = await this.#told(held);
    return told && { id, to, name: person.displayName, ...this.#words(held, told, person.displayName) };
  }

  #words({ channel }: HeldDelivery, { notices, templates }: Told, name: string): Pick<Parcel, 'subject' | 'text'> {
    const [first] = notices;
    const several = notices.length > 1;
    const lines = notices.map(({ text, caseId }) => this.#withLink(text, caseId)).join('\n\n');
    const facts = { name, notices: lines, text: first?.text, count: String(notices.length) };
    const said = (code: string, part: 'title' | 'body') => fillTemplate(templates[code]?.[part] ?? '', facts);
    if (channel === 'mail') {
      const code = several ? 'mail-several' : 'mail-one';
      return { subject: said(code, 'title'), text: said(code, 'body') };
    }
    if (several) return { subject: '', text: said('short-several', 'body') };
    return { subject: '', text: channel === 'wecom' ? lines : (first?.text ?? '') };
  }

  #withLink(text: string, caseId: string): string {
    const { publicUrl } = this.#config;
    return publicUrl === undefined ? text : `${text}\n${new URL(`/cases/${caseId}`, publicUrl).href}`;
  }

  /** The notices of a delivery with the templates around them; undefined where they were forgotten. */
  async #told({ notices, language }: HeldDelivery): Promise<Told | undefined> {
    const [told, templates] = await this.#database.queryBoth<Told['notices'][number], TemplateRow>(
      {
        name: 'casework-notices-to-send',
        text: 'SELECT text, case_id AS "caseId" FROM casework.notice WHERE id = ANY($1::uuid[]) ORDER BY at, id',
        values: [notices],
      },
      {
        name: 'casework-templates-to-send',
        text: `SELECT DISTINCT ON (code) code, title, body FROM casework.notice_template
               WHERE code = ANY($2) AND language IN ($1, 'zh-CN') ORDER BY code, language = $1 DESC`,
        values: [language, ['mail-one', 'mail-several', 'short-several']],
      },
    );
    if (told.length === 0) return undefined;
    return { notices: told, templates: Object.fromEntries(templates.map((row) => [row.code, row])) };
  }
}

interface TemplateRow {
  readonly code: string;
  readonly title: string | null;
  readonly body: string;
}

interface Told {
  readonly notices: readonly { readonly text: string; readonly caseId: string }[];
  readonly templates: Readonly<Record<string, TemplateRow>>;
}
