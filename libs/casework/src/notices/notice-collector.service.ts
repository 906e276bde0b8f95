import { Inject, Injectable } from '@nestjs/common';
import { OutboxService } from '@lianban/engine';
import { PrincipalService } from '@lianban/identity';
import { CLOCK, CONFIG, Database, type Clock, type Config, type Transaction } from '@lianban/platform';
import { localDay } from '../cases/case.rules.js';
import { isQuiet, localTime } from './quiet.rules.js';

/** Topic of the outbox for mails to staff. */
export const noticeMailTopic = 'notice.mail';

/** A mail that is to be sent. */
export interface NoticeMail {
  readonly to: string;
  readonly name: string;
  readonly notices: readonly { readonly text: string; readonly caseId: string }[];
}

/** Notices wait so long for others that come with them, in milliseconds. */
const gathering = 60_000;
/** When those who want one mail a day get it. */
const morning = '08:30';
const mostPeople = 200;

/**
 * Puts what people were told and have not read into the outbox as mails, several notices in one. At night nothing is
 * sent; the outbox tries again until the mail server takes it.
 */
@Injectable()
export class NoticeMailService {
  readonly #database: Database;
  readonly #outbox: OutboxService;
  readonly #principals: PrincipalService;
  readonly #clock: Clock;
  readonly #config: Config;

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
  }

  /** Answers with how many mails were put out. Several processes may do it at once. */
  async collect(): Promise<number> {
    const now = this.#clock.now();
    const time = localTime(now, this.#config.timeZone);
    if (this.#config.smtpUrl === undefined || isQuiet(time, this.#config.quietHours)) return 0;
    const today = localDay(now, this.#config.timeZone);
    const people = await this.#database.query<{ accountId: string }>({
      text: `SELECT account_id AS "accountId" FROM casework.notice_address address
             WHERE (NOT daily OR $2 AND last_day IS DISTINCT FROM $3::date)
               AND EXISTS (SELECT FROM ${waiting('address.account_id', 'address.since')} AND at <= $1) LIMIT $4`,
      values: [new Date(now.getTime() - gathering), time >= morning, today, mostPeople],
    });
    let mails = 0;
    for (const { accountId } of people)
      if (await this.#database.transaction((tx) => this.#putOut(tx, accountId, { now, today }))) mails += 1;
    return mails;
  }

  /** The mail of an entry of the outbox; undefined where nobody is to get it any more. */
  async mailOf(payload: unknown): Promise<NoticeMail | undefined> {
    const { accountId, ids } = payload as { accountId: string; ids: readonly string[] };
    const person = await this.#principals.find(accountId);
    const [address] = await this.#database.query<{ mail: string }>({
      text: 'SELECT mail FROM casework.notice_address WHERE account_id = $1',
      values: [accountId],
    });
    if (!person || !address) return undefined;
    const notices = await this.#database.query<{ text: string; caseId: string }>({
      text: 'SELECT text, case_id AS "caseId" FROM casework.notice WHERE id = ANY($1::uuid[]) ORDER BY at, id',
      values: [ids],
    });
    return { to: address.mail, name: person.displayName, notices };
  }

  async #putOut(tx: Transaction, accountId: string, { now, today }: { now: Date; today: string }): Promise<boolean> {
    const [address] = await tx.query<{ since: Date }>({
      text: 'UPDATE casework.notice_address SET last_day = $2 WHERE account_id = $1 RETURNING since',
      values: [accountId, today],
    });
    const taken = await tx.query<{ id: string }>({
      text: `UPDATE casework.notice SET mailed_at = $2 WHERE id IN (
               SELECT id FROM ${waiting('$1', '$3')} ORDER BY at, id LIMIT 100 FOR UPDATE OF notice) RETURNING id`,
      values: [accountId, now, address?.since ?? now],
    });
    const [first] = taken.map(({ id }) => id).sort();
    if (first === undefined) return false;
    const payload = { accountId, ids: taken.map(({ id }) => id) };
    await this.#outbox.add(tx, { topic: noticeMailTopic, payload, idempotencyKey: `${noticeMailTopic}:${first}` });
    return true;
  }
}

/** Notices that a person is told by mail too and that nobody has read or mailed. */
function waiting(account: string, since: string): string {
  return `casework.notice JOIN casework.notice_kind told ON told.code = notice.kind AND told.by_mail
    WHERE notice.account_id = ${account} AND mailed_at IS NULL AND read_at IS NULL AND at >= ${since}`;
}
