import { Inject, Injectable } from '@nestjs/common';
import type { Principal } from '@lianban/identity';
import { CLOCK, Database, decodeCursor, pageOf, type Clock, type Page } from '@lianban/platform';
import { isMarkInstant, isUuid, pageMarkInvalid } from '../page-mark.js';
import type { Notice, NoticeAddress, Reading } from './notice.js';

/** What a person was told, where else they want to be told it, and what they have read. */
@Injectable()
export class NoticeService {
  readonly #database: Database;
  readonly #clock: Clock;

  constructor(database: Database, @Inject(CLOCK) clock: Clock) {
    this.#database = database;
    this.#clock = clock;
  }

  /** One page of the own notices, the newest first, with how many are unread. @throws cursor-invalid */
  async list(
    { accountId }: Principal,
    query: { readonly unread?: boolean | undefined; readonly limit: number; readonly after?: string | undefined },
  ): Promise<Page<Notice> & { readonly unread: number }> {
    const [at, id] = query.after === undefined ? [null, null] : markOf(decodeCursor(query.after));
    const [rows, [count]] = await this.#database.queryBoth<NoticeRow, { unread: number }>(
      {
        name: 'casework-notices',
        text: `SELECT notice.id, notice.kind, told.name AS "kindName", text, case_id AS "caseId", at, read_at AS "readAt",
                 at::text AS mark
               FROM casework.notice JOIN casework.notice_kind told ON told.code = notice.kind
               WHERE account_id = $1 AND ($2::timestamptz IS NULL OR (at, id) < ($2, $3::uuid))
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

  /** Where the person is told things beside the product. */
  async address({ accountId }: Principal): Promise<NoticeAddress> {
    const [row] = await this.#database.query<NoticeAddress>({
      text: 'SELECT mail, daily FROM casework.notice_address WHERE account_id = $1',
      values: [accountId],
    });
    return row ?? { mail: null, daily: false };
  }

  /** Changes where; what was told before is not sent there. */
  async setAddress({ accountId }: Principal, { mail, daily }: NoticeAddress): Promise<void> {
    if (mail === null) {
      await this.#database.query({
        text: 'DELETE FROM casework.notice_address WHERE account_id = $1',
        values: [accountId],
      });
      return;
    }
    await this.#database.query({
      text: `INSERT INTO casework.notice_address (account_id, mail, daily, since) VALUES ($1, $2, $3, $4)
             ON CONFLICT (account_id) DO UPDATE SET mail = $2, daily = $3, since = $4`,
      values: [accountId, mail, daily, this.#clock.now()],
    });
  }

  /** Forgets what was told more than ninety days ago. */
  async purge(): Promise<void> {
    await this.#database.query({
      text: 'DELETE FROM casework.notice WHERE at < $1',
      values: [new Date(this.#clock.now().getTime() - memory)],
    });
  }
}

/** Milliseconds. */
const memory = 90 * 24 * 3_600_000;

interface NoticeRow extends Omit<Notice, 'at' | 'readAt'> {
  readonly at: Date;
  readonly readAt: Date | null;
  readonly mark: string;
}

function noticeOf({ at, readAt, mark: _, ...notice }: NoticeRow): Notice {
  return { ...notice, at: at.toISOString(), readAt: readAt?.toISOString() ?? null };
}

function markOf([at, id]: readonly unknown[]): readonly [string, string] {
  if (!isMarkInstant(at) || !isUuid(id)) throw pageMarkInvalid();
  return [at, id];
}
