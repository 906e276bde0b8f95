import { Injectable } from '@nestjs/common';
import { Database, type Transaction } from '@lianban/platform';
import type { PauseReason } from '../acts/act.js';
import { dispositions, type Disposition } from '../closing/answer.sql.js';
import { pauseReasons } from '../acts/act.sql.js';
import type { IntakeExit } from '../exits/exit.js';
import { intakeExits } from '../exits/exit.sql.js';

/** A topic with the topics below it. */
export interface CategoryNode {
  readonly code: string;
  readonly name: string;
  readonly children: readonly CategoryNode[];
}

/** A way in which requests arrive. */
export interface Channel {
  readonly code: string;
  readonly name: string;
  /** Id of the process that handles requests of this channel. */
  readonly processKey: string;
  /** Its cases are those of a campaign. */
  readonly demandsCampaign: boolean;
}

const channel = `SELECT code, name, process_key AS "processKey", demands_campaign AS "demandsCampaign"
  FROM casework.channel`;

/** Topics and channels: tables that administrators keep, so they are read anew each time. */
@Injectable()
export class CatalogueService {
  readonly #database: Database;

  constructor(database: Database) {
    this.#database = database;
  }

  /** The topics in use, as a tree. */
  async categories(): Promise<CategoryNode[]> {
    const rows = await this.#database.query<{ code: string; name: string; parent: string | null }>({
      text: `SELECT code, name, parent_code AS parent FROM casework.category WHERE active
             ORDER BY parent_code NULLS FIRST, position, code LIMIT 2000`,
    });
    const below = (parent: string | null): CategoryNode[] =>
      rows.filter((row) => row.parent === parent).map(({ code, name }) => ({ code, name, children: below(code) }));
    return below(null);
  }

  /** The channels in use. */
  async channels(): Promise<Channel[]> {
    return await this.#database.query<Channel>({
      text: `${channel} WHERE active ORDER BY position, code`,
    });
  }

  /** Reasons for which a clock may stand. */
  async pauseReasons(): Promise<PauseReason[]> {
    return await pauseReasons(this.#database);
  }

  /** Ways in which matters are settled; the first is taken where nobody says otherwise. */
  async dispositions(): Promise<Disposition[]> {
    return await dispositions(this.#database);
  }

  /** Reasons not to handle a request here, with what the resident is usually told. */
  async intakeExits(): Promise<IntakeExit[]> {
    return await intakeExits(this.#database);
  }

  /** What residents come with. */
  async kinds(): Promise<{ code: string; name: string }[]> {
    return await this.#database.query({
      text: 'SELECT code, name FROM casework.case_kind WHERE active ORDER BY position, code',
    });
  }

  /** Ways in which residents are spoken to. */
  async contactWays(tx?: Transaction): Promise<{ code: string; name: string }[]> {
    return await (tx ?? this.#database).query({
      name: 'casework-contact-ways',
      text: 'SELECT code, name FROM casework.contact_way WHERE active ORDER BY position, code',
    });
  }

  /** A kind of request in use; undefined for any other code. */
  async findKind(code: string): Promise<{ code: string; name: string } | undefined> {
    const [kind] = await this.#database.query<{ code: string; name: string }>({
      name: 'casework-kind',
      text: 'SELECT code, name FROM casework.case_kind WHERE code = $1 AND active',
      values: [code],
    });
    return kind;
  }

  /** The name of a topic in use; undefined for any other code. */
  async findCategory(code: string, tx?: Transaction): Promise<{ code: string; name: string } | undefined> {
    const [category] = await (tx ?? this.#database).query<{ code: string; name: string }>({
      name: 'casework-category',
      text: 'SELECT code, name FROM casework.category WHERE code = $1 AND active',
      values: [code],
    });
    return category;
  }

  /** A channel in use; undefined for any other code. */
  async findChannel(code: string, tx?: Transaction): Promise<Channel | undefined> {
    const [found] = await (tx ?? this.#database).query<Channel>({
      name: 'casework-channel',
      text: `${channel} WHERE code = $1 AND active`,
      values: [code],
    });
    return found;
  }
}
