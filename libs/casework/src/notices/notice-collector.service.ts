import { Inject, Injectable } from '@nestjs/common';
import { CLOCK, CONFIG, Database, type Clock, type Config, type Transaction } from '@lianban/platform';
import { localDay } from '../cases/case.rules.js';
import type { NoticeChannel } from './delivery.js';
import { DeliveryService } from './delivery.service.js';
import { localTime } from './local-time.rules.js';

/** Notices wait so long for others that come with them, in milliseconds. */
const gathering = 60_000;
/** When those who want one message a day get it. */
const morning = '08:30';
const mostPeople = 200;

/**
 * Gathers what people were told and have not read into deliveries, several notices in one, by the channels that each
 * person has chosen. In the quiet hours nothing is sent.
 */
@Injectable()
export class NoticeCollector {
  readonly #database: Database;
  readonly #deliveries: DeliveryService;
  readonly #clock: Clock;
  readonly #timeZone: string;

  constructor(
    database: Database,
    deliveries: DeliveryService,
    @Inject(CLOCK) clock: Clock,
    @Inject(CONFIG) config: Pick<Config, 'timeZone'>,
  ) {
    this.#database = database;
    this.#deliveries = deliveries;
    this.#clock = clock;
    this.#timeZone = config.timeZone;
  }

  /** Answers with how many deliveries were put out. Several processes may do it at once. */
  async collect(): Promise<number> {
    const { channels } = this.#deliveries;
    if (channels.length === 0 || this.#deliveries.isQuiet()) return 0;
    const now = this.#clock.now();
    const today = localDay(now, this.#timeZone);
    const people = await this.#database.query<{ accountId: string }>({
      text: `SELECT account_id AS "accountId" FROM casework.notice_address address
             WHERE (NOT daily OR $2 AND last_day IS DISTINCT FROM $3::date) AND ${usable} && $4::text[]
               AND EXISTS (SELECT FROM ${waiting('address.account_id', 'address.since')} AND at <= $1) LIMIT $5`,
      values: [
        new Date(now.getTime() - gathering),
        localTime(now, this.#timeZone) >= morning,
        today,
        channels,
        mostPeople,
      ],
    });
    let deliveries = 0;
    for (const { accountId } of people)
      deliveries += await this.#database.transaction((tx) => this.#putOut(tx, accountId, { now, today }));
    return deliveries;
  }

  async #putOut(tx: Transaction, accountId: string, { now, today }: { now: Date; today: string }): Promise<number> {
    const [address] = await tx.query<{ since: Date; chosen: NoticeChannel[] }>({
      text: `UPDATE casework.notice_address address SET last_day = $2 WHERE account_id = $1
             RETURNING since, ${usable} AS chosen`,
      values: [accountId, today],
    });
    const channels = this.#deliveries.channels.filter((channel) => address?.chosen.includes(channel));
    if (!address || channels.length === 0) return 0;
    const taken = await tx.query<{ id: string; kind: string }>({
      text: `UPDATE casework.notice SET mailed_at = $2 WHERE id IN (
               SELECT id FROM ${waiting('$1', '$3')} ORDER BY at, id LIMIT 100 FOR UPDATE OF notice) RETURNING id, kind`,
      values: [accountId, now, address.since],
    });
    const [first] = taken;
    if (!first) return 0;
    const kind = taken.every((notice) => notice.kind === first.kind) ? first.kind : 'several';
    const notices = taken.map(({ id }) => id);
    for (const channel of channels) await this.#deliveries.add(tx, { channel, kind, accountId, notices });
    return channels.length;
  }
}

/** The channels that a person has chosen and can be reached by. */
const usable = `array_remove(ARRAY[
    CASE WHEN address.mail IS NOT NULL AND 'mail' = ANY(channels) THEN 'mail' END,
    CASE WHEN address.phone IS NOT NULL AND 'sms' = ANY(channels) THEN 'sms' END,
    CASE WHEN address.wecom IS NOT NULL AND 'wecom' = ANY(channels) THEN 'wecom' END], NULL)`;

/** Notices that a person is told outside the product too and that nobody has read or sent. */
function waiting(account: string, since: string): string {
  return `casework.notice JOIN casework.notice_kind told ON told.code = notice.kind AND told.by_mail
    WHERE notice.account_id = ${account} AND mailed_at IS NULL AND read_at IS NULL AND at >= ${since}`;
}
