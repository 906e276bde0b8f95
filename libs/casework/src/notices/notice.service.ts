import { Inject, Injectable } from '@nestjs/common';
import { parsePhone, type Principal } from '@lianban/identity';
import { CLOCK, Database, instantMark, pageOf, type Clock, type Page } from '@lianban/platform';
import { DeliveryService } from './delivery.service.js';
import type { NoticeChannel } from './delivery.js';
import { noticeAddressSchema, type NewNoticeAddress, type Notice, type NoticeAddress, type Reading } from './notice.js';

/** What a person was told, where else they want to be told it, and what they have read. */
@Injectable()
export class NoticeService {
  readonly #database: Database;
  readonly #deliveries: DeliveryService;
  readonly #clock: Clock;

  constructor(database: Database, deliveries: DeliveryService, @Inject(CLOCK) clock: Clock) {
    this.#database = database;
    this.#deliveries = deliveries;
    this.#clock = clock;
  }

  /** One page of the own notices, the newest first, with how many are unread. @throws cursor-invalid */
  async list(
    { accountId }: Principal,
    query: { readonly unread?: boolean | undefined; readonly limit: number; readonly after?: string | undefined },
  ): Promise<Page<Notice> & { readonly unread: number }> {
    const [at = null, id = null] = instantMark(query.after) ?? [];
    const [rows, [count]] = await this.#database.queryBoth<NoticeRow, { unread: number }>(
      {
        name: 'casework-notices',
        text: `SELECT notice.id, notice.kind, coalesce(own.title, usual.title, told.name) AS "kindName", text,
                 case_id AS "caseId", at, read_at AS "readAt", at::text AS mark
               FROM casework.notice JOIN casework.notice_kind told ON told.code = notice.kind
                 LEFT JOIN casework.notice_address address ON address.account_id = notice.account_id
                 LEFT JOIN casework.notice_template usual ON usual.code = notice.kind AND usual.language = 'zh-CN'
                 LEFT JOIN casework.notice_template own ON own.code = notice.kind AND own.language = address.language
               WHERE notice.account_id = $1 AND ($2::timestamptz IS NULL OR (at, id) < ($2, $3::uuid))
                 AND (NOT $4::boolean OR read_at IS NULL)
               ORDER BY at DESC, id DESC LIMIT $5`,
        values: [accountId, at, id, query.unread ?? false, query.limit + 1],
      },
      {
        name: 'casework-unread',
        text: `SELECT count(*)::int AS unread FROM (
                 SELECT FROM casework.notice WHERE account_id = $1 AND read_at IS NULL LIMIT 100) AS few`,
        values: [accountId],
      },
    );
    const page = pageOf(rows, query.limit, (row) => [row.mark, row.id]);
    return { items: page.items.map(noticeOf), next: page.next, unread: count?.unread ?? 0 };
  }

  /** Marks own notices as read: those named, or all. */
  async read({ accountId }: Principal, { ids }: Reading): Promise<void> {
    await this.#database.query({
      name: 'casework-read-notices',
      text: `UPDATE casework.notice SET read_at = $2 WHERE account_id = $1 AND read_at IS NULL
               AND ($3::text[] IS NULL OR id::text = ANY($3))`,
      values: [accountId, this.#clock.now(), ids ?? null],
    });
  }

  /** Where the person is told things beside the product, and by which channels anybody can be. */
  async address({ accountId }: Principal): Promise<NoticeAddress & { readonly available: readonly NoticeChannel[] }> {
    const [row] = await this.#database.query<NoticeAddress>({
      text: `SELECT mail, daily, phone, wecom, channels, language FROM casework.notice_address WHERE account_id = $1`,
      values: [accountId],
    });
    return { ...(row ?? noticeAddressSchema.parse({ mail: null })), available: this.#deliveries.channels };
  }

  /** Changes where; what was told before is not sent there. */
  async setAddress({ accountId }: Principal, address: NewNoticeAddress): Promise<void> {
    const { mail, daily, phone, wecom, channels, language } = noticeAddressSchema.parse(address);
    await this.#database.query({
      text: `INSERT INTO casework.notice_address (account_id, mail, daily, since, phone, wecom, channels, language)
             VALUES ($1, $2, $3, $4, $5, $6, $7, $8)
             ON CONFLICT (account_id) DO UPDATE SET mail = $2, daily = $3, since = $4, phone = $5, wecom = $6,
               channels = $7, language = $8`,
      values: [accountId, mail, daily, this.#clock.now(), numberOf(phone), wecom, [...new Set(channels)], language],
    });
  }

  /** Forgets what was told and sent more than ninety days ago. */
  async purge(): Promise<void> {
    const before = new Date(this.#clock.now().getTime() - memory);
    await this.#database.query({ text: 'DELETE FROM casework.notice WHERE at < $1', values: [before] });
    await this.#database.query({ text: 'DELETE FROM casework.delivery WHERE at < $1', values: [before] });
  }
}

/** Milliseconds. */
const memory = 90 * 24 * 3_600_000;

function numberOf(phone: string | null): string | null {
  return phone === null ? null : (parsePhone(phone)?.number ?? null);
}

interface NoticeRow extends Omit<Notice, 'at' | 'readAt'> {
  readonly at: Date;
  readonly readAt: Date | null;
  readonly mark: string;
}

function noticeOf({ at, readAt, mark: _, ...notice }: NoticeRow): Notice {
  return { ...notice, at: at.toISOString(), readAt: readAt?.toISOString() ?? null };
}
